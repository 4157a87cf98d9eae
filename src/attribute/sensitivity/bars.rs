//! The bars of the tornado: every assumption turned one way and the other, with everything else as it is.

use super::expectation::without_each;
use super::leaders::{Leaders, Need};
use super::{Bar, Influence, Reading, Turn, Turned};
use crate::attribute::weighing::is_counted_as_set;
use crate::attribute::workbench::{Change, Workbench};
use crate::attribute::{AttributeError, Problem};
use crate::job::Progress;
use crate::model::SourceId;

/// So many of the most influential recipients have a bar.
const MOST_RECIPIENTS: usize = 5;

/// A bar narrower than this, log₁₀, moves nothing.
const NOTHING: f64 = 1e-9;

/// N₀ is turned by this factor.
const POOL_FACTOR: f64 = 10.0;

/// What the least share is turned to, for the ½ of the method.
const LEAST_SHARES: (f64, f64) = (0.25, 0.75);

/// All bars, widest first.
pub(super) fn bars(bench: &Workbench, baseline: &Reading, influence: &[Influence], progress: &dyn Progress) -> Result<Vec<Bar>, AttributeError> {
    let problem = bench.problem();
    let maker = Maker { bench, baseline };
    let leaders = Leaders { bench, baseline, progress };
    let as_it_is = maker.turn(None, &bench.standing.ranked(problem, &[]));
    let mut bars: Vec<Option<Bar>> = Vec::new();
    let ends = |value: Option<f64>, change: &Change| Ok::<_, AttributeError>(maker.turn(value, &leaders.ranked(change, Need::Numbers, &|_| None)?));

    let low = (problem.pool / POOL_FACTOR).max(least_pool(bench)).min(problem.pool);
    let high = problem.pool * POOL_FACTOR;
    bars.push(maker.bar(Turned::Pool, ends(Some(low), &Change::of_pool(low))?, ends(Some(high), &Change::of_pool(high))?));
    if has_circles(problem) {
        bars.push(maker.bar(Turned::Sigma, ends(Some(1.0), &Change::of_sigma(1.0))?, ends(None, &Change::of_sigma(f64::INFINITY))?));
    }
    if problem.candidates.iter().any(|candidate| !is_counted_as_set(problem, candidate)) {
        let with = |least: f64| ends(Some(least), &Change { least_share: Some(least), ..Change::default() });
        bars.push(maker.bar(Turned::SharePrior, with(LEAST_SHARES.0)?, with(LEAST_SHARES.1)?));
    }
    if problem.prints.iter().flatten().any(|print| *print < 1.0) {
        let change = Change { without_fingerprints: true, ..Change::default() };
        bars.push(maker.bar(Turned::WithoutFingerprints, ends(None, &change)?, as_it_is.clone()));
    }
    for (k, candidate) in problem.candidates.iter().enumerate() {
        let low = maker.turn(None, &bench.standing.ranked(problem, &[k]));
        bars.push(maker.bar(Turned::WithoutSource(candidate.id.clone()), low, as_it_is.clone()));
    }
    bars.extend(recipients(&maker, influence, as_it_is.as_ref()));

    let mut bars: Vec<Bar> = bars.into_iter().flatten().filter(is_kept).collect();
    bars.sort_by(|a, b| b.width.total_cmp(&a.width).then_with(|| a.turned.cmp(&b.turned)));
    Ok(bars)
}

/// What is left out without any effect has no bar; what can be turned has one in any case.
fn is_kept(bar: &Bar) -> bool {
    let is_left_out = matches!(bar.turned, Turned::WithoutRecipient(_) | Turned::WithoutSource(_));
    bar.width > NOTHING || !is_left_out
}

/// The least N₀ everybody fits into.
pub(super) fn least_pool(bench: &Workbench) -> f64 {
    bench.standing.least_pool.max(1.0)
}

/// Whether σ bears on anything.
pub(super) fn has_circles(problem: &Problem) -> bool {
    !problem.is_complete_list && problem.subjects.iter().any(|subject| subject.circle.is_some())
}

/// The bars of the most influential recipients.
fn recipients(maker: &Maker<'_>, influence: &[Influence], as_it_is: Option<&Turn>) -> Vec<Option<Bar>> {
    let (bench, baseline) = (maker.bench, maker.baseline);
    let problem = bench.problem();
    let moves = |of: &Influence| {
        let rival = of.log10_lr_vs_rival.zip(baseline.log10_lr_vs_rival).map_or(0.0, |(without, with)| (without - with).abs());
        rival.max((of.log10_lr_vs_none - baseline.log10_lr_vs_none).abs())
    };
    let mut strongest: Vec<(f64, &Influence)> = influence.iter().map(|of| (moves(of), of)).filter(|(moves, _)| *moves > NOTHING).collect();
    strongest.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.recipient.cmp(&b.1.recipient)));
    strongest.truncate(MOST_RECIPIENTS);
    let place = |of: &Influence| problem.subjects.iter().position(|subject| subject.id == of.recipient);
    let places: Vec<usize> = strongest.iter().filter_map(|(_, of)| place(of)).collect();
    let factors: Vec<Vec<f64>> = (0..problem.candidates.len()).map(|k| without_each(bench, k, Some(&places))).collect();
    let without = |(&subject, (_, of)): (&usize, &(f64, &Influence))| {
        let score = |&k: &usize| (&problem.candidates[k].id, bench.standing.log10_lr(k) + libm::log10(factors[k][subject]));
        let mut scores: Vec<(&SourceId, f64)> = bench.standing.order.iter().map(score).collect();
        // Stable, so that equals keep their order.
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        maker.bar(Turned::WithoutRecipient(of.recipient.clone()), maker.turn(None, &scores), as_it_is.cloned())
    };
    places.iter().zip(&strongest).map(without).collect()
}

/// Makes turns and bars.
struct Maker<'a> {
    bench: &'a Workbench,
    baseline: &'a Reading,
}

impl Maker<'_> {
    /// `None` if no source is left.
    fn turn(&self, value: Option<f64>, ranked: &[(&SourceId, f64)]) -> Option<Turn> {
        let reading = self.bench.bands().read_ranked(ranked)?;
        let score = |id: &SourceId| ranked.iter().find(|(other, _)| *other == id).map(|(_, score)| *score);
        let leading = score(&self.baseline.leading);
        let rival = self.baseline.rival.as_ref().and_then(score);
        Some(Turn { value, reading, log10_lr_vs_none: leading, log10_lr_vs_rival: leading.zip(rival).map(|(leading, rival)| leading - rival) })
    }

    fn bar(&self, turned: Turned, low: Option<Turn>, high: Option<Turn>) -> Option<Bar> {
        let (low, high) = (low?, high?);
        let spread = |now: Option<f64>, of: &dyn Fn(&Turn) -> Option<f64>| {
            let values = [now, of(&low), of(&high)].into_iter().flatten();
            let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| (least.min(value), most.max(value)));
            (most - least).max(0.0)
        };
        // Of a source left out that leads as things are: what leads then.
        let vs_none = |turn: &Turn| turn.log10_lr_vs_none.or(Some(turn.reading.log10_lr_vs_none));
        // Of the rival left out: the next one.
        let vs_rival = |turn: &Turn| {
            let next = (turn.reading.leading == self.baseline.leading).then_some(turn.reading.log10_lr_vs_rival).flatten();
            turn.log10_lr_vs_rival.or(next)
        };
        let width = spread(Some(self.baseline.log10_lr_vs_none), &vs_none).max(spread(self.baseline.log10_lr_vs_rival, &vs_rival));
        Some(Bar { turned, low, high, width })
    }
}
