//! An expression that was emitted, and the type its Rust has.

use proc_macro2::TokenStream;
use quote::quote;

/// Rust for a node.
#[derive(Debug, Clone)]
pub(super) struct Emitted {
    /// The expression.
    pub(super) tokens: TokenStream,
    /// Its type.
    pub(super) kind: Kind,
}

/// The type that the Rust of a node has: the one that is cheapest to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `Item`
    Item,
    /// `Item`, in a local that keeps it.
    Local,
    /// `Item`, whose sequence is not settled.
    Raw,
    /// `Sequence<'_>`, not settled either.
    Sequence,
    /// `Found<'_>`
    Found,
    /// `Field<'_, '_>` or `Fields<'_, '_>`, which look nothing up themselves
    Fields,
    /// `View<'_>`
    View,
    /// `f64`
    Float,
    /// `Option<f64>`
    Number,
    /// `bool`
    Truth,
    /// `Option<bool>`
    MaybeTruth,
    /// `&'static str`
    Text,
}

impl Emitted {
    pub(super) fn new(kind: Kind, tokens: TokenStream) -> Self {
        Self { tokens, kind }
    }

    pub(super) fn item_of(tokens: TokenStream) -> Self {
        Self::new(Kind::Item, tokens)
    }

    pub(super) fn raw(tokens: TokenStream) -> Self {
        Self::new(Kind::Raw, tokens)
    }

    /// Nothing.
    pub(super) fn undefined() -> Self {
        Self::new(Kind::View, quote! { __query::View::Undefined })
    }

    /// The expression with sequences settled.
    pub(super) fn settled(self) -> Self {
        let Self { tokens, kind } = &self;
        match kind {
            Kind::Raw => Self::new(Kind::Item, quote! { #tokens.settled() }),
            Kind::Sequence => Self::new(Kind::Found, quote! { #tokens.settled() }),
            _ => self,
        }
    }

    /// For an `Item`.
    pub(super) fn item(self) -> TokenStream {
        let Self { tokens, kind } = self.settled();
        match kind {
            Kind::Item | Kind::Raw => tokens,
            Kind::Local => quote! { #tokens.clone() },
            Kind::Found | Kind::Fields | Kind::Sequence => quote! { #tokens.into_item() },
            Kind::View => match tokens.to_string().as_str() {
                "__query :: View :: Undefined" => quote! { __query::Item::Undefined },
                _ => quote! { #tokens.to_item() },
            },
            Kind::Float => quote! { __query::Item::number(#tokens) },
            Kind::Number | Kind::Truth | Kind::MaybeTruth => {
                quote! { __query::Item::from(#tokens) }
            }
            Kind::Text => quote! { __query::Item::string(__rt::Str::from_static(#tokens)) },
        }
    }

    /// For the `Item` that an expression gives.
    pub(super) fn result(self) -> TokenStream {
        match self.kind {
            Kind::Sequence => {
                let tokens = self.tokens;
                quote! { #tokens.into_result() }
            }
            _ => self.item(),
        }
    }

    /// For a `View<'_>` that lives as long as the statement.
    pub(super) fn view(self) -> TokenStream {
        let settled = self.settled();
        match settled.kind {
            Kind::View => settled.tokens,
            Kind::Fields => {
                let fields = settled.tokens;
                quote! { #fields.found().view() }
            }
            Kind::Item | Kind::Local | Kind::Raw | Kind::Found | Kind::Sequence => {
                let tokens = settled.tokens;
                quote! { #tokens.view() }
            }
            _ => {
                let item = settled.item();
                quote! { #item.view() }
            }
        }
    }

    /// For what the runtime takes as an operand.
    pub(super) fn operand(self) -> TokenStream {
        match self.kind {
            Kind::Local => self.view(),
            _ => self.settled().tokens,
        }
    }

    /// For an unsettled `Item`.
    pub(super) fn unsettled(self) -> TokenStream {
        match self.kind {
            Kind::Raw => self.tokens,
            Kind::Sequence => {
                let tokens = self.tokens;
                quote! { #tokens.into_unsettled() }
            }
            _ => self.item(),
        }
    }

    /// For a `bool`: whether it counts as true.
    pub(super) fn truth(self) -> TokenStream {
        match self.kind {
            Kind::Truth => self.tokens,
            Kind::MaybeTruth => {
                let tokens = self.tokens;
                quote! { #tokens == __rt::Some(true) }
            }
            _ => {
                let view = self.view();
                quote! { __query::boolean::truth(#view) }
            }
        }
    }
}

/// A block or an `if` as an operand or the receiver of a call.
pub(super) fn enclosed(tokens: TokenStream) -> TokenStream {
    quote! { (#tokens) }
}
