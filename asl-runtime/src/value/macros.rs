//! The `json!` macro.

/// A [`Value`](crate::value::Value) written as JSON.
///
/// Where a value or the name of a member is expected, an expression may stand: a value has to
/// convert `Into<Value>`, a name that is not a literal goes in parentheses or is an identifier.
///
/// # Examples
/// ```
/// use asl_runtime::json;
///
/// let sku = "a-17";
/// let order = json!({
///     "lines": [{ "sku": sku, "count": 1 + 1 }],
///     ("x".repeat(2)): null,
///     "paid": true,
/// });
/// assert_eq!(order.to_string(), r#"{"lines":[{"sku":"a-17","count":2}],"xx":null,"paid":true}"#);
/// ```
#[macro_export]
macro_rules! json {
    (null) => { $crate::value::Value::Null };
    ([]) => { $crate::value::Value::Array($crate::value::Array::new()) };
    ({}) => { $crate::value::Value::Object($crate::value::Object::new()) };
    ([ $($items:tt)+ ]) => {{
        let mut array = $crate::value::Array::new();
        $crate::json!(@items array $($items)+);
        $crate::value::Value::Array(array)
    }};
    ({ $($members:tt)+ }) => {
        $crate::value::Value::Object($crate::json!(@members [] $($members)+))
    };

    (@items $array:ident) => {};
    (@items $array:ident null $(, $($rest:tt)*)?) => {
        $array.push($crate::value::Value::Null);
        $crate::json!(@items $array $($($rest)*)?);
    };
    (@items $array:ident [ $($item:tt)* ] $(, $($rest:tt)*)?) => {
        $array.push($crate::json!([ $($item)* ]));
        $crate::json!(@items $array $($($rest)*)?);
    };
    (@items $array:ident { $($item:tt)* } $(, $($rest:tt)*)?) => {
        $array.push($crate::json!({ $($item)* }));
        $crate::json!(@items $array $($($rest)*)?);
    };
    (@items $array:ident $item:expr $(, $($rest:tt)*)?) => {
        $array.push($crate::value::Value::from($item));
        $crate::json!(@items $array $($($rest)*)?);
    };

    // The members so far are in the brackets.
    (@members [$($done:expr,)*]) => { $crate::value::Object::from_members([$($done),*]) };
    (@members [$($done:expr,)*] $name:tt : null $(, $($rest:tt)*)?) => {
        $crate::json!(@members [
            $($done,)* $crate::json!(@member $name, $crate::value::Value::Null),
        ] $($($rest)*)?)
    };
    (@members [$($done:expr,)*] $name:tt : [ $($item:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::json!(@members [
            $($done,)* $crate::json!(@member $name, $crate::json!([ $($item)* ])),
        ] $($($rest)*)?)
    };
    (@members [$($done:expr,)*] $name:tt : { $($item:tt)* } $(, $($rest:tt)*)?) => {
        $crate::json!(@members [
            $($done,)* $crate::json!(@member $name, $crate::json!({ $($item)* })),
        ] $($($rest)*)?)
    };
    (@members [$($done:expr,)*] $name:tt : $member:expr $(, $($rest:tt)*)?) => {
        $crate::json!(@members [
            $($done,)* $crate::json!(@member $name, $crate::value::Value::from($member)),
        ] $($($rest)*)?)
    };
    (@member $name:literal, $value:expr) => {
        $crate::value::Member::new($crate::value::Key::new($name), $value)
    };
    (@member $name:tt, $value:expr) => { $crate::value::Member::named($name, $value) };

    ($value:expr) => { $crate::value::Value::from($value) };
}
