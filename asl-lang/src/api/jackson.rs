//! What is wrong with a text that is not JSON, in the words of Jackson, the parser that Step
//! Functions reads definitions with.
//!
//! It reads as Jackson's `ReaderBasedJsonParser` does, token by token, since where it stops and
//! what it expects there are what the messages say. Places count UTF-16 units.

mod number;
mod string;
#[cfg(test)]
mod tests;

/// What was expected in the place of a value.
const VALUE: &str = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

/// Characters of the text that a place quotes.
const LONGEST_SNIPPET: usize = 500;

/// Characters of a word that a message quotes.
const LONGEST_TOKEN: usize = 256;

/// Why a text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SyntaxError {
    /// What is wrong.
    pub(super) reason: String,
    /// The place: `[Source: (String)"…"; line: 1, column: 4]`.
    pub(super) location: String,
}

/// Why a text is not JSON, if Jackson sees it so. What follows the value is not looked at.
pub(super) fn syntax_error(text: &str) -> Option<SyntaxError> {
    let mut reader = Reader {
        text,
        units: text.encode_utf16().collect(),
        at: 0,
        line: 1,
        line_start: 0,
        contexts: vec![Context { kind: Kind::Root, entries: 0, line: 1, column: 0 }],
    };
    reader.read().err().map(|reason| {
        let location = reader.location(reader.line, reader.column());
        SyntaxError { reason, location }
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Root,
    Array,
    Object,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Kind::Root => "root",
            Kind::Array => "Array",
            Kind::Object => "Object",
        }
    }
}

/// An array or object that is open, and where it began.
struct Context {
    kind: Kind,
    entries: usize,
    line: usize,
    column: usize,
}

struct Reader<'a> {
    text: &'a str,
    units: Vec<u16>,
    at: usize,
    line: usize,
    line_start: usize,
    contexts: Vec<Context>,
}

/// What is wrong; the place is where the reader then is.
type Read<T> = Result<T, String>;

impl Reader<'_> {
    fn read(&mut self) -> Read<()> {
        loop {
            let Some(mut unit) = self.skip_space()? else { return self.end() };
            if is(unit, ']') || is(unit, '}') {
                self.close(unit)?;
            } else {
                if self.expects_comma() {
                    unit = self.comma(unit)?;
                }
                if self.kind() == Kind::Object {
                    unit = self.name(unit)?;
                }
                self.value(unit)?;
            }
            if self.contexts.len() <= 1 {
                return Ok(());
            }
        }
    }

    /// The next character that is no white space, read.
    fn skip_space(&mut self) -> Read<Option<u16>> {
        while let Some(unit) = self.next() {
            match char::from_u32(unit.into()) {
                Some(' ' | '\t') => {}
                Some('\n') => self.new_line(),
                Some('\r') => {
                    if self.peek().is_some_and(|next| is(next, '\n')) {
                        self.at += 1;
                    }
                    self.new_line();
                }
                Some('/') => {
                    return Err(unexpected(
                        unit,
                        "maybe a (non-standard) comment? (not recognized as one since Feature \
                         'ALLOW_COMMENTS' not enabled for parser)",
                    ));
                }
                Some('\0'..' ') => {
                    return Err(format!(
                        "Illegal character ({}): only regular white space (\\r, \\n, \\t) is \
                         allowed between tokens",
                        description(unit)
                    ));
                }
                _ => return Ok(Some(unit)),
            }
        }
        Ok(None)
    }

    fn end(&self) -> Read<()> {
        match self.contexts.last() {
            Some(Context { kind: kind @ (Kind::Array | Kind::Object), line, column, .. }) => {
                let start = self.location(*line, *column);
                Err(format!(
                    "Unexpected end-of-input: expected close marker for {} (start marker at {start})",
                    kind.as_str()
                ))
            }
            _ => Ok(()),
        }
    }

    fn close(&mut self, unit: u16) -> Read<()> {
        let (kind, other) = if is(unit, ']') { (Kind::Array, '}') } else { (Kind::Object, ']') };
        match self.contexts.last() {
            Some(context) if context.kind != kind => Err(format!(
                "Unexpected close marker '{}': expected '{other}' (for {} starting at {})",
                shown(unit),
                context.kind.as_str(),
                self.location(context.line, context.column),
            )),
            _ => {
                self.contexts.pop();
                Ok(())
            }
        }
    }

    fn expects_comma(&mut self) -> bool {
        self.contexts.last_mut().is_some_and(|context| {
            context.entries += 1;
            context.kind != Kind::Root && context.entries > 1
        })
    }

    fn comma(&mut self, unit: u16) -> Read<u16> {
        let kind = self.kind().as_str();
        if !is(unit, ',') {
            let expected = format!("was expecting comma to separate {kind} entries");
            return Err(unexpected(unit, &expected));
        }
        let next = self.skip_space()?;
        next.ok_or_else(|| format!("Unexpected end-of-input within/between {kind} entries"))
    }

    /// The name of a member, its colon, and the first character of its value.
    fn name(&mut self, unit: u16) -> Read<u16> {
        if !is(unit, '"') {
            return Err(unexpected(unit, "was expecting double-quote to start field name"));
        }
        self.string(string::Place::Name)?;
        let end = || "Unexpected end-of-input within/between Object entries".to_owned();
        let colon = self.skip_space()?.ok_or_else(end)?;
        if !is(colon, ':') {
            let expected = "was expecting a colon to separate field name and value";
            return Err(unexpected(colon, expected));
        }
        self.skip_space()?.ok_or_else(end)
    }

    fn value(&mut self, unit: u16) -> Read<()> {
        match char::from_u32(unit.into()) {
            Some('"') => self.string(string::Place::Value),
            Some('[') => self.open(Kind::Array),
            Some('{') => self.open(Kind::Object),
            Some('}') => Err(unexpected(unit, "expected a value")),
            Some('t') => self.word("true"),
            Some('f') => self.word("false"),
            Some('n') => self.word("null"),
            Some('-' | '0'..='9') => self.number(unit),
            _ => self.odd_value(unit),
        }
    }

    fn open(&mut self, kind: Kind) -> Read<()> {
        let column = self.at - self.line_start;
        self.contexts.push(Context { kind, entries: 0, line: self.line, column });
        Ok(())
    }

    /// A word whose first character has been read.
    fn word(&mut self, word: &str) -> Read<()> {
        for (index, expected) in word.char_indices().skip(1) {
            if !self.peek().is_some_and(|unit| is(unit, expected)) {
                return Err(self.unrecognized(&word[..index]));
            }
            self.at += 1;
        }
        match self.peek() {
            Some(unit) if in_word(unit) => Err(self.unrecognized(word)),
            _ => Ok(()),
        }
    }

    fn odd_value(&mut self, unit: u16) -> Read<()> {
        match char::from_u32(unit.into()) {
            Some('N') => self.non_standard("NaN"),
            Some('I') => self.non_standard("Infinity"),
            Some('+') => self.number_start(false),
            Some(first) if first.is_alphabetic() || first == '_' || first == '$' => {
                Err(self.unrecognized(&first.to_string()))
            }
            _ => Err(unexpected(unit, &format!("expected a valid value {VALUE}"))),
        }
    }

    fn non_standard(&mut self, word: &str) -> Read<()> {
        self.word(word)?;
        let feature = "enable JsonParser.Feature.ALLOW_NON_NUMERIC_NUMBERS to allow";
        Err(format!("Non-standard token '{word}': {feature}"))
    }

    /// A word that is no value, of which a part has been read.
    fn unrecognized(&mut self, read: &str) -> String {
        let mut token = read.to_owned();
        while let Some(unit) = self.peek().filter(|unit| in_word(*unit)) {
            self.at += 1;
            token.push_str(&shown(unit));
            if token.chars().count() >= LONGEST_TOKEN {
                token.push_str("...");
                break;
            }
        }
        format!("Unrecognized token '{token}': was expecting {VALUE}")
    }

    fn kind(&self) -> Kind {
        self.contexts.last().map_or(Kind::Root, |context| context.kind)
    }

    fn peek(&self) -> Option<u16> {
        self.units.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u16> {
        let unit = self.peek()?;
        self.at += 1;
        Some(unit)
    }

    fn new_line(&mut self) {
        self.line += 1;
        self.line_start = self.at;
    }

    fn column(&self) -> usize {
        self.at - self.line_start + 1
    }

    fn location(&self, line: usize, column: usize) -> String {
        let longest = self.units.len().min(LONGEST_SNIPPET);
        let snippet = String::from_utf16_lossy(self.units.get(..longest).unwrap_or_default());
        let snippet = if longest < self.units.len() { snippet } else { self.text.to_owned() };
        let more = match self.units.len() - longest {
            0 => String::new(),
            more => format!("[truncated {more} chars]"),
        };
        format!("[Source: (String)\"{snippet}\"{more}; line: {line}, column: {column}]")
    }
}

fn is(unit: u16, character: char) -> bool {
    u32::from(unit) == character as u32
}

/// Whether Java takes it for a part of a name.
fn in_word(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(|it| it.is_alphanumeric() || it == '_' || it == '$')
}

fn shown(unit: u16) -> String {
    String::from_utf16_lossy(&[unit])
}

fn unexpected(unit: u16, expected: &str) -> String {
    format!("Unexpected character ({}): {expected}", description(unit))
}

fn description(unit: u16) -> String {
    match unit {
        0..0x20 | 0x7f..=0x9f => format!("(CTRL-CHAR, code {unit})"),
        0x20..=0xff => format!("'{}' (code {unit})", shown(unit)),
        _ => format!("'{}' (code {unit} / 0x{unit:x})", shown(unit)),
    }
}
