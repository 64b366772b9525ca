//! The style sheet. Plain properties, no variables: not everything that shows SVG knows those.

use super::Theme;

/// The style sheet of a theme.
pub(super) fn css(theme: Theme) -> String {
    match theme {
        Theme::Light => format!("{SHAPES}{}", colours(&LIGHT)),
        Theme::Dark => format!("{SHAPES}{}", colours(&DARK)),
        Theme::Auto => format!(
            "{SHAPES}{}@media (prefers-color-scheme: dark) {{\n{}}}\n",
            colours(&LIGHT),
            colours(&DARK)
        ),
    }
}

const SHAPES: &str = "\
.asl-graph text { font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; }
.asl-graph .asl-name { font-size: 14px; font-weight: 600; }
.asl-graph .asl-caption, .asl-graph .asl-label text { font-size: 11px; }
.asl-graph .asl-label text, .asl-graph .asl-terminal text { text-anchor: middle; }
.asl-graph .asl-terminal text { font-size: 13px; font-weight: 600; }
.asl-graph .asl-badge text { font-size: 10px; font-weight: 600; }
.asl-graph .asl-badge path { fill: none; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }
.asl-graph .asl-sign { fill: none; stroke: #fff; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.asl-graph .asl-edge path { fill: none; stroke-width: 1.5; }
.asl-graph .asl-edge .asl-head { stroke: none; }
.asl-graph .asl-catch path { stroke-dasharray: 5 4; }
.asl-graph .asl-division { stroke-dasharray: 2 5; stroke-linecap: round; }
.asl-graph .asl-lambda .asl-tile { fill: #ed7100; }
.asl-graph .asl-task .asl-tile { fill: #4263eb; }
.asl-graph .asl-pass .asl-tile { fill: #6b7a90; }
.asl-graph .asl-choice .asl-tile { fill: #8250df; }
.asl-graph .asl-wait .asl-tile { fill: #1c88c0; }
.asl-graph .asl-succeed .asl-tile { fill: #1a9150; }
.asl-graph .asl-fail .asl-tile { fill: #d1373b; }
.asl-graph .asl-parallel .asl-tile { fill: #c8377f; }
.asl-graph .asl-map .asl-tile { fill: #0d7d6c; }
";

/// The colours of a theme.
struct Colours {
    canvas: &'static str,
    canvas_edge: &'static str,
    card: &'static str,
    card_edge: &'static str,
    shadow: &'static str,
    container: &'static str,
    container_edge: &'static str,
    text: &'static str,
    soft_text: &'static str,
    line: &'static str,
    label_edge: &'static str,
    /// Line, text and ground of what goes wrong.
    bad: [&'static str; 3],
    /// Line and ground of what ends well.
    good: [&'static str; 2],
    /// Text and ground of badges.
    retry: [&'static str; 2],
    timeout: [&'static str; 2],
    /// Text and ground of the start and the end.
    terminal: [&'static str; 2],
}

const LIGHT: Colours = Colours {
    canvas: "#f8f9fb",
    canvas_edge: "#e4e8ee",
    card: "#ffffff",
    card_edge: "#d3dae4",
    shadow: "#1b2a44",
    container: "#eef2f7",
    container_edge: "#c3cddb",
    text: "#16202f",
    soft_text: "#5b6779",
    line: "#8290a5",
    label_edge: "#d9e0e9",
    bad: ["#d9686b", "#b02a30", "#fff4f3"],
    good: ["#59b884", "#f1fbf5"],
    retry: ["#8a5300", "#fff0d1"],
    timeout: ["#36597f", "#e3eefb"],
    terminal: ["#ffffff", "#3b475a"],
};

const DARK: Colours = Colours {
    canvas: "#0f1620",
    canvas_edge: "#243042",
    card: "#1c2736",
    card_edge: "#36455b",
    shadow: "#000000",
    container: "#151e2b",
    container_edge: "#34445c",
    text: "#e8edf4",
    soft_text: "#9dabbe",
    line: "#76869d",
    label_edge: "#36455b",
    bad: ["#e0696c", "#ff9c98", "#331d22"],
    good: ["#3f9e69", "#15291f"],
    retry: ["#ffd27d", "#453310"],
    timeout: ["#a5cbf5", "#1d3450"],
    terminal: ["#0f1620", "#c3cedd"],
};

fn colours(colours: &Colours) -> String {
    let Colours { canvas, canvas_edge, card, card_edge, shadow, container, .. } = colours;
    let Colours { container_edge, text, soft_text, line, label_edge, .. } = colours;
    let [bad_line, bad_text, bad] = colours.bad;
    let [good_line, good] = colours.good;
    let [retry_text, retry] = colours.retry;
    let [timeout_text, timeout] = colours.timeout;
    let [terminal_text, terminal] = colours.terminal;
    format!(
        "\
.asl-graph .asl-canvas {{ fill: {canvas}; stroke: {canvas_edge}; }}
.asl-graph .asl-shadow {{ fill: {shadow}; fill-opacity: 0.07; }}
.asl-graph .asl-card {{ fill: {card}; stroke: {card_edge}; }}
.asl-graph .asl-container {{ fill: {container}; stroke: {container_edge}; }}
.asl-graph .asl-division {{ stroke: {container_edge}; stroke-width: 2; }}
.asl-graph .asl-succeed .asl-card {{ fill: {good}; stroke: {good_line}; }}
.asl-graph .asl-fail .asl-card {{ fill: {bad}; stroke: {bad_line}; }}
.asl-graph .asl-name {{ fill: {text}; }}
.asl-graph .asl-caption {{ fill: {soft_text}; }}
.asl-graph .asl-terminal .asl-pill {{ fill: {terminal}; }}
.asl-graph .asl-ring {{ fill: {canvas}; stroke: {terminal}; stroke-width: 2; }}
.asl-graph .asl-terminal text {{ fill: {terminal_text}; }}
.asl-graph .asl-edge path {{ stroke: {line}; }}
.asl-graph .asl-edge .asl-head {{ fill: {line}; }}
.asl-graph .asl-catch path {{ stroke: {bad_line}; }}
.asl-graph .asl-catch .asl-head {{ fill: {bad_line}; }}
.asl-graph .asl-label .asl-pill {{ fill: {card}; stroke: {label_edge}; }}
.asl-graph .asl-label text {{ fill: {soft_text}; }}
.asl-graph .asl-label.asl-catch .asl-pill {{ fill: {bad}; stroke: {bad_line}; stroke-opacity: 0.5; }}
.asl-graph .asl-label.asl-catch text {{ fill: {bad_text}; }}
.asl-graph .asl-retry .asl-pill {{ fill: {retry}; }}
.asl-graph .asl-retry path {{ stroke: {retry_text}; }}
.asl-graph .asl-retry text {{ fill: {retry_text}; }}
.asl-graph .asl-timeout .asl-pill {{ fill: {timeout}; }}
.asl-graph .asl-timeout path {{ stroke: {timeout_text}; }}
.asl-graph .asl-timeout text {{ fill: {timeout_text}; }}
"
    )
}
