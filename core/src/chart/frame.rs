//! The area a chart is laid out in.

use super::tenth;

/// Why numbers are not a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a chart needs a finite size of at most 10000 and room between its margins")]
pub struct FrameError;

/// Room around the plot for labels, in units of the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Margins {
    /// Above.
    pub top: f64,
    /// To the right.
    pub right: f64,
    /// Below.
    pub bottom: f64,
    /// To the left.
    pub left: f64,
}

/// A viewbox from 0,0 to its width and height, and the plot area inside its margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    width: f64,
    height: f64,
    margins: Margins,
}

impl Frame {
    const LARGEST: f64 = 10_000.0;
    /// The plot is at least this wide and high.
    const LEAST_PLOT: f64 = 1.0;

    /// Takes a size of up to 10,000 units each way; everything is rounded to one decimal.
    ///
    /// # Errors
    /// [`FrameError`] when a number is not finite or negative, or the margins leave less than one
    /// unit for the plot.
    pub fn new(width: f64, height: f64, margins: Margins) -> Result<Self, FrameError> {
        let margins = Margins {
            top: tenth(margins.top),
            right: tenth(margins.right),
            bottom: tenth(margins.bottom),
            left: tenth(margins.left),
        };
        let frame = Self {
            width: tenth(width),
            height: tenth(height),
            margins,
        };
        let sizes = [
            width,
            height,
            margins.top,
            margins.right,
            margins.bottom,
            margins.left,
        ];
        let sound = sizes
            .iter()
            .all(|size| (0.0..=Self::LARGEST).contains(size));
        let [left, right] = frame.across();
        let [bottom, top] = frame.upward();
        if sound && right - left >= Self::LEAST_PLOT && bottom - top >= Self::LEAST_PLOT {
            Ok(frame)
        } else {
            Err(FrameError)
        }
    }

    /// The whole width.
    #[must_use]
    pub const fn width(&self) -> f64 {
        self.width
    }

    /// The whole height.
    #[must_use]
    pub const fn height(&self) -> f64 {
        self.height
    }

    /// The plot's left and right edge.
    #[must_use]
    pub fn across(&self) -> [f64; 2] {
        [self.margins.left, tenth(self.width - self.margins.right)]
    }

    /// The plot's lower and upper edge, in the order in which values grow.
    #[must_use]
    pub fn upward(&self) -> [f64; 2] {
        [tenth(self.height - self.margins.bottom), self.margins.top]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_without_room_or_with_nonsense_is_refused() {
        let none = Margins::default();
        for (width, height) in [
            (0.0, 10.0),
            (10.0, -1.0),
            (f64::NAN, 10.0),
            (f64::INFINITY, 10.0),
            (10_001.0, 10.0),
        ] {
            assert_eq!(Frame::new(width, height, none), Err(FrameError));
        }
        let wide = Margins {
            left: 6.0,
            right: 3.5,
            ..none
        };
        assert_eq!(Frame::new(10.0, 10.0, wide), Err(FrameError));
        assert!(Frame::new(10.5, 10.0, wide).is_ok());
    }
}
