//! Seeded random numbers: the same on every platform and for any number of threads.

use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// A stream of random numbers: PCG XSL 128/64 (M. O'Neill, "PCG", Harvey Mudd College HMC-CS-2014-0905), whose values `rand_pcg` keeps stable.
///
/// Each piece of work takes a stream of its own, so that the order in which threads come to it changes nothing.
#[derive(Debug, Clone)]
pub struct Random(Pcg64Mcg);

impl Random {
    /// The stream of one piece of work.
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        bytes[8..].copy_from_slice(&stream.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_le_bytes());
        let mut random = Self(Pcg64Mcg::from_seed(bytes));
        // Neighbouring seeds part within a few steps.
        for _ in 0..8 {
            random.0.next_u64();
        }
        random
    }

    /// A whole number from 0 to n − 1, each as likely (D. Lemire, "Fast random integer generation in an interval", 2019).
    ///
    /// # Panics
    /// Where n is 0.
    pub fn below(&mut self, n: usize) -> usize {
        assert!(n > 0, "a number below zero");
        let n = n as u64;
        let floor = n.wrapping_neg() % n;
        loop {
            let product = u128::from(self.0.next_u64()) * u128::from(n);
            if product as u64 >= floor {
                return (product >> 64) as usize;
            }
        }
    }

    /// A number from 0 to 1, 1 excluded.
    pub fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Puts a slice in random order (Fisher–Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_are_stable_and_apart() {
        let draw = |seed, stream| {
            let mut random = Random::new(seed, stream);
            [random.below(1000), random.below(1000), random.below(1000)]
        };
        assert_eq!(draw(1, 0), draw(1, 0));
        assert_ne!(draw(1, 0), draw(1, 1));
        assert_ne!(draw(1, 0), draw(2, 0));
    }

    #[test]
    fn numbers_below_n_are_equally_likely() {
        let mut random = Random::new(7, 7);
        let mut counts = [0u32; 7];
        (0..70_000).for_each(|_| counts[random.below(7)] += 1);
        assert!(counts.iter().all(|c| (9_600..10_400).contains(c)), "{counts:?}");
    }
}
