//! Union of pairs into sets, some of which must stay apart.

/// Sets over 0..n. The representative of a set is its smallest element, so it does not depend on the order of unions.
#[derive(Clone, Debug)]
pub struct Unions {
    parent: Vec<usize>,
}

impl Unions {
    /// Every element on its own.
    pub fn new(count: usize) -> Self {
        Self { parent: (0..count).collect() }
    }

    /// The smallest element of the set of `at`.
    pub fn find(&mut self, at: usize) -> usize {
        let mut root = at;
        while self.parent[root] != root {
            root = self.parent[root];
        }
        let mut here = at;
        while self.parent[here] != root {
            here = std::mem::replace(&mut self.parent[here], root);
        }
        root
    }

    /// Puts both sets together; false if they were one already.
    pub fn union(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.find(a), self.find(b));
        self.parent[a.max(b)] = a.min(b);
        a != b
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sets_do_not_depend_on_the_order_of_unions(pairs in proptest::collection::vec((0..20_usize, 0..20_usize), 0..30)) {
            let sets = |pairs: &[(usize, usize)]| {
                let mut unions = Unions::new(20);
                for &(a, b) in pairs {
                    unions.union(a, b);
                }
                (0..20).map(|at| unions.find(at)).collect::<Vec<_>>()
            };
            let reversed: Vec<_> = pairs.iter().rev().copied().collect();
            prop_assert_eq!(sets(&pairs), sets(&reversed));
        }
    }
}
