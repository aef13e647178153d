//! A quiet game of blocks for a craving: pieces come down, full rows go. Three minutes of such a game
//! took some strength from cravings of every kind in everyday life (31 people; doi
//! 10.1016/j.addbeh.2015.07.020), it is thought because pictures of what is craved and pictures of
//! blocks use the same part of the mind.
//!
//! Nobody loses: when the pile reaches the top, the lowest rows go. No crate serves: those there are
//! draw and keep time themselves.

/// Columns of the board.
pub const COLUMNS: usize = 8;
/// Rows of the board.
pub const ROWS: usize = 14;
/// Milliseconds in which a piece comes down by one row.
const ROW_MS: u64 = 700;
/// Rows that go when the pile has reached the top.
const RELIEF: usize = ROWS / 2;

/// Where a square of the board is: column from the left, row from the top.
pub type Square = (usize, usize);

/// Squares of the pieces, as column and row from their own corner.
const PIECES: [&[(i8, i8)]; 6] = [
    &[(0, 0), (1, 0), (2, 0)],
    &[(0, 0), (0, 1), (1, 1)],
    &[(0, 0), (1, 0), (0, 1), (1, 1)],
    &[(0, 0), (1, 0), (2, 0), (1, 1)],
    &[(0, 0), (1, 0), (2, 0), (2, 1)],
    &[(0, 0), (1, 0), (1, 1), (2, 1)],
];

/// What a person does to the piece that comes down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockMove {
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// A quarter turn to the right.
    Turn,
    /// All the way down.
    Drop,
}

/// A game under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockGame {
    board: [[bool; COLUMNS]; ROWS],
    piece: Vec<(i8, i8)>,
    /// Column and row of the piece's corner.
    at: (i8, i8),
    /// When the piece came down last.
    fallen_ms: u64,
    drawn: u64,
    cleared: u32,
}

impl BlockGame {
    /// A new game. Which pieces come follows from `seed`, which is random.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut game = Self {
            board: [[false; COLUMNS]; ROWS],
            piece: Vec::new(),
            at: (0, 0),
            fallen_ms: 0,
            drawn: seed,
            cleared: 0,
        };
        game.next_piece();
        game
    }

    /// Lets time pass up to `now_ms` milliseconds since the game began, and says whether anything
    /// moved. An earlier time than before changes nothing, and of a long pause only one row counts.
    pub fn advance(&mut self, now_ms: u64) -> bool {
        let due = now_ms.saturating_sub(self.fallen_ms) >= ROW_MS;
        if due {
            self.fallen_ms = now_ms;
            self.fall();
        }
        due
    }

    /// What the person does. What there is no room for does nothing.
    pub fn act(&mut self, act: BlockMove) {
        match act {
            BlockMove::Left => drop(self.try_at(-1, 0)),
            BlockMove::Right => drop(self.try_at(1, 0)),
            BlockMove::Turn => self.turn(),
            BlockMove::Drop => while self.fall() {},
        }
    }

    /// The squares of the pile.
    pub fn pile(&self) -> impl Iterator<Item = Square> {
        let rows = self.board.iter().enumerate();
        rows.flat_map(|(y, row)| {
            let filled = row.iter().enumerate().filter(|(_, filled)| **filled);
            filled.map(move |(x, _)| (x, y))
        })
    }

    /// The squares of the piece that comes down.
    pub fn piece(&self) -> impl Iterator<Item = Square> {
        let on_board = |(x, y)| Some((usize::try_from(x).ok()?, usize::try_from(y).ok()?));
        placed(&self.piece, self.at).filter_map(on_board)
    }

    /// Full rows that went.
    #[must_use]
    pub const fn cleared(&self) -> u32 {
        self.cleared
    }

    fn fits(&self, piece: &[(i8, i8)], at: (i8, i8)) -> bool {
        placed(piece, at).all(|(x, y)| {
            let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
                return false;
            };
            let square = self.board.get(y).and_then(|row| row.get(x));
            square.is_some_and(|filled| !filled)
        })
    }

    /// Moves the piece if there is room.
    fn try_at(&mut self, right: i8, down: i8) -> bool {
        let to = (self.at.0 + right, self.at.1 + down);
        let fits = self.fits(&self.piece, to);
        if fits {
            self.at = to;
        }
        fits
    }

    /// Turns the piece, a column aside where there is no room otherwise.
    fn turn(&mut self) {
        let deep = self.piece.iter().map(|(_, y)| *y).max().unwrap_or(0);
        let turned: Vec<_> = self.piece.iter().map(|(x, y)| (deep - y, *x)).collect();
        let aside = [0, -1, 1, -2].map(|x| (self.at.0 + x, self.at.1));
        if let Some(to) = aside.into_iter().find(|to| self.fits(&turned, *to)) {
            (self.piece, self.at) = (turned, to);
        }
    }

    /// Brings the piece down by a row; it becomes a part of the pile where it cannot. Says whether
    /// it came down.
    fn fall(&mut self) -> bool {
        if self.try_at(0, 1) {
            return true;
        }
        let settled: Vec<Square> = self.piece().collect();
        for (x, y) in settled {
            if let Some(square) = self.board.get_mut(y).and_then(|row| row.get_mut(x)) {
                *square = true;
            }
        }
        self.clear_full_rows();
        self.next_piece();
        false
    }

    fn clear_full_rows(&mut self) {
        let kept: Vec<_> = self
            .board
            .iter()
            .filter(|row| row.contains(&false))
            .copied()
            .collect();
        let gone = ROWS - kept.len();
        self.cleared += u32::try_from(gone).unwrap_or(0);
        self.put_rows(kept.into_iter());
    }

    /// Puts rows at the bottom of an empty board, the last one lowest.
    fn put_rows(&mut self, rows: impl ExactSizeIterator<Item = [bool; COLUMNS]>) {
        let empty = ROWS.saturating_sub(rows.len());
        let mut board = [[false; COLUMNS]; ROWS];
        for (place, row) in board.iter_mut().skip(empty).zip(rows) {
            *place = row;
        }
        self.board = board;
    }

    fn next_piece(&mut self) {
        let squares = PIECES.get(self.draw(PIECES.len())).copied();
        self.piece = squares.unwrap_or_default().to_vec();
        let wide = self.piece.iter().map(|(x, _)| *x).max().unwrap_or(0);
        let columns = i8::try_from(COLUMNS).unwrap_or(i8::MAX);
        self.at = ((columns - wide) / 2, 0);
        if !self.fits(&self.piece, self.at) {
            let rest = self.board;
            self.put_rows(rest.into_iter().take(RELIEF));
        }
    }

    /// A number below `below`, by `SplitMix64` (doi 10.1145/2660193.2660195).
    fn draw(&mut self, below: usize) -> usize {
        self.drawn = self.drawn.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.drawn;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        let below = u64::try_from(below).unwrap_or(1).max(1);
        usize::try_from(mixed % below).unwrap_or(0)
    }
}

/// The squares of a piece whose corner is `at`.
fn placed(piece: &[(i8, i8)], at: (i8, i8)) -> impl Iterator<Item = (i8, i8)> {
    piece.iter().map(move |(x, y)| (x + at.0, y + at.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(game: &BlockGame) -> Vec<Square> {
        let mut all: Vec<_> = game.piece().collect();
        all.sort_unstable();
        all
    }

    #[test]
    fn a_piece_comes_down_with_time_and_never_jumps_after_a_pause() {
        let mut game = BlockGame::new(1);
        let top = squares(&game);
        game.advance(ROW_MS - 1);
        assert_eq!(squares(&game), top);
        game.advance(ROW_MS);
        let lower: Vec<_> = top.iter().map(|(x, y)| (*x, y + 1)).collect();
        assert_eq!(squares(&game), lower);
        game.advance(60_000);
        let once: Vec<_> = top.iter().map(|(x, y)| (*x, y + 2)).collect();
        assert_eq!(squares(&game), once);
        game.advance(0);
        assert_eq!(squares(&game), once);
    }

    #[test]
    fn walls_hold_and_four_turns_are_none() {
        for seed in 0..200 {
            let mut game = BlockGame::new(seed);
            game.advance(ROW_MS);
            let before = squares(&game);
            for _ in 0..4 {
                game.act(BlockMove::Turn);
            }
            assert_eq!(squares(&game).len(), before.len());
            for side in [BlockMove::Left, BlockMove::Right] {
                for _ in 0..2 * COLUMNS {
                    game.act(side);
                    game.act(BlockMove::Turn);
                }
                assert_eq!(squares(&game).len(), before.len());
                assert!(
                    squares(&game)
                        .iter()
                        .all(|(x, y)| *x < COLUMNS && *y < ROWS)
                );
            }
        }
    }

    #[test]
    fn a_full_row_goes_and_what_lay_on_it_comes_down() {
        let mut game = BlockGame::new(1);
        game.board[ROWS - 1] = [true; COLUMNS];
        game.board[ROWS - 1][0] = false;
        game.board[ROWS - 2][7] = true;
        game.piece = vec![(0, 0)];
        game.at = (0, 0);
        game.act(BlockMove::Drop);
        assert_eq!(game.cleared(), 1);
        assert_eq!(game.pile().collect::<Vec<_>>(), [(7, ROWS - 1)]);
    }

    #[test]
    fn nobody_loses_however_little_is_done() {
        for seed in 0..50 {
            let mut game = BlockGame::new(seed);
            let mut highest = 0;
            for _ in 0..500 {
                game.act(BlockMove::Drop);
                highest = highest.max(game.pile().count());
                assert!(game.fits(&game.piece, game.at));
            }
            assert!(highest > ROWS, "the pile never grew");
        }
    }
}
