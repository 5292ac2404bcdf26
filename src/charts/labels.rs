//! Names beside points, none on another: each takes the nearest free place.

/// A rectangle in pixels: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rect {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Rect {
    pub fn meets(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn lies_in(&self, frame: &Rect) -> bool {
        self.left >= frame.left && self.top >= frame.top && self.right <= frame.right && self.bottom <= frame.bottom
    }
}

/// Directions in which a free place is looked for, right and left first, where names read best.
const DIRECTIONS: [(i32, i32); 8] = [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)];
/// Pixels between a point and its name, and how far a step further is.
const NEAR: i32 = 9;
const STEP: i32 = 6;
const STEPS: i32 = 60;

/// The boxes of names of these sizes (width, height) beside their points, within a frame; `taken` stays free.
/// None for a name that finds no place at all.
pub fn place(points: &[(i32, i32)], sizes: &[(i32, i32)], taken: &[Rect], frame: Rect) -> Vec<Option<Rect>> {
    let mut taken = taken.to_vec();
    let mut places = Vec::new();
    for (&(x, y), &(width, height)) in points.iter().zip(sizes) {
        let free = |rect: &Rect| rect.lies_in(&frame) && !taken.iter().any(|other| rect.meets(other));
        let spots = (0..STEPS).flat_map(|step| DIRECTIONS.map(|direction| beside((x, y), (width, height), direction, NEAR + step * STEP)));
        let found = spots.into_iter().find(free);
        taken.extend(found);
        places.push(found);
    }
    places
}

fn beside((x, y): (i32, i32), (width, height): (i32, i32), (dx, dy): (i32, i32), far: i32) -> Rect {
    let left = match dx {
        1 => x + far,
        -1 => x - far - width,
        _ => x - width / 2,
    };
    let top = match dy {
        1 => y + far - 2,
        -1 => y - far - height + 2,
        _ => y - height / 2,
    };
    Rect { left, top, right: left + width, bottom: top + height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_points_in_one_place_part() {
        let frame = Rect { left: 0, top: 0, right: 400, bottom: 300 };
        let points = [(200, 150); 12];
        let places: Vec<Rect> = place(&points, &[(90, 14); 12], &[], frame).into_iter().flatten().collect();
        assert_eq!(places.len(), 12);
        for (at, one) in places.iter().enumerate() {
            assert!(one.lies_in(&frame) && !places[..at].iter().any(|other| one.meets(other)), "{one:?}");
        }
        assert_eq!(place(&[(10, 10)], &[(500, 14)], &[], frame), [None]);
    }
}
