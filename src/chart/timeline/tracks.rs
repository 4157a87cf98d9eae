//! Which of a lane's bars stand beside each other and which below: two posts held at once must not cover each other.

use super::Lane;

impl Lane {
    /// The track of each bar, from 0: bars that share a possible day are on different tracks, and no track is used without need.
    pub fn tracks(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.bars.len()).collect();
        order.sort_by_key(|&at| (self.bars[at].possible.0, at));
        let mut tracks = vec![0; self.bars.len()];
        let mut free_from = Vec::new();
        for at in order {
            let (from, until) = self.bars[at].possible;
            let track = free_from.iter().position(|&free| free <= from).unwrap_or_else(|| {
                free_from.push(from);
                free_from.len() - 1
            });
            free_from[track] = until;
            tracks[at] = track;
        }
        tracks
    }
}
