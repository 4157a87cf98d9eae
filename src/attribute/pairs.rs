//! Every unordered pair of candidates once: log₁₀ LR of `H_k` against `H_l` (method.md §2). The background cancels, so it is a difference.

use super::{CandidateScore, PairScore};

/// Pairs of the candidates as ranked (best supported first): in each the better supported is first, and so are the pairs of the better supported.
pub(super) fn pairs(ranked: &[CandidateScore]) -> Vec<PairScore> {
    let pair = |favoured: &CandidateScore, against: &CandidateScore| PairScore {
        favoured: favoured.id.clone(),
        against: against.id.clone(),
        log10_lr: favoured.log10_lr_vs_none - against.log10_lr_vs_none,
    };
    ranked.iter().enumerate().flat_map(|(rank, favoured)| ranked[rank + 1..].iter().map(move |against| pair(favoured, against))).collect()
}
