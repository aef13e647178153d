//! What somebody shows to be recognised by: the key to seal for and the key they sign with.

use super::key::{KeyError, PublicKey};
use super::signing::{Renewal, Signer};

/// Between the parts of a card's text; neither bech32 nor base 64 has it.
const BETWEEN: char = '.';

/// The two public keys of one person, as they are shown in a code or in a text.
///
/// As text: `age1…`, or `age1….<signer>`, or `age1….<signer>.<former signer>.<its signature>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What is sealed for them.
    pub key: PublicKey,
    /// What they sign with; cards of format 1 have none.
    pub signer: Option<Signer>,
    /// The former key's word for this one, when there was a former one.
    pub renewal: Option<Renewal>,
}

impl From<PublicKey> for Card {
    fn from(key: PublicKey) -> Self {
        Self {
            key,
            signer: None,
            renewal: None,
        }
    }
}

impl Card {
    /// Reads the text of a card.
    ///
    /// # Errors
    /// [`KeyError`]
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let mut parts = text.split(BETWEEN);
        let key = PublicKey::parse(parts.next().unwrap_or_default())?;
        let mut card = Self::from(key);
        if let Some(signer) = parts.next() {
            let cut = signer.len() < 43;
            let signer = Signer::parse(signer);
            card.signer = Some(signer.map_err(|_| {
                if cut {
                    KeyError::Incomplete
                } else {
                    KeyError::Typo
                }
            })?);
        }
        if let Some(former) = parts.next() {
            let renewal = Renewal {
                key: Signer::parse(former).map_err(|_| KeyError::Typo)?,
                signature: parts.next().ok_or(KeyError::Incomplete)?.to_owned(),
            };
            if !renewal.is_of(&card.keys_text()) {
                return Err(KeyError::Typo);
            }
            card.renewal = Some(renewal);
        }
        if parts.next().is_some() {
            return Err(KeyError::Typo);
        }
        Ok(card)
    }

    /// The two keys as text: what a former key signs.
    #[must_use]
    pub fn keys_text(&self) -> String {
        let key = self.key.text();
        match &self.signer {
            Some(signer) => format!("{key}{BETWEEN}{}", signer.text()),
            None => key,
        }
    }

    /// The whole card as text.
    #[must_use]
    pub fn text(&self) -> String {
        let keys = self.keys_text();
        match &self.renewal {
            Some(Renewal { key, signature }) => {
                format!("{keys}{BETWEEN}{}{BETWEEN}{signature}", key.text())
            }
            None => keys,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::signing::SigningKey;
    use super::*;

    const KEY: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

    fn card() -> Card {
        Card {
            signer: Some(SigningKey::from_seed(&[3; 32]).signer()),
            ..PublicKey::parse(KEY).unwrap().into()
        }
    }

    #[test]
    fn every_card_is_read_as_it_was_written() {
        let mut renewed = card();
        renewed.renewal = Some(SigningKey::from_seed(&[4; 32]).renew(&renewed.keys_text()));
        for card in [PublicKey::parse(KEY).unwrap().into(), card(), renewed] {
            assert_eq!(Card::parse(&card.text()), Ok(card.clone()));
        }
    }

    #[test]
    fn a_cut_card_and_a_former_key_that_did_not_sign_are_told_apart() {
        let text = card().text();
        assert_eq!(
            Card::parse(&text[..text.len() - 4]),
            Err(KeyError::Incomplete)
        );
        let forged = SigningKey::from_seed(&[4; 32]).renew("age1another");
        let forged = format!("{text}.{}.{}", forged.key.text(), forged.signature);
        assert_eq!(Card::parse(&forged), Err(KeyError::Typo));
    }
}
