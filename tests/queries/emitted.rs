/// `$states.input.order.customer.address.city`
pub fn fields(
    _: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    bindings: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const INPUT_KEY: __rt::Key<'_> = __rt::Key::new("input");
    const ORDER_KEY: __rt::Key<'_> = __rt::Key::new("order");
    const CUSTOMER_KEY: __rt::Key<'_> = __rt::Key::new("customer");
    const ADDRESS_KEY: __rt::Key<'_> = __rt::Key::new("address");
    const CITY_KEY: __rt::Key<'_> = __rt::Key::new("city");
    let binding_0 = __query::binding(bindings, 0);
    __rt::Ok(
        __query::find(
                binding_0,
                &[INPUT_KEY, ORDER_KEY, CUSTOMER_KEY, ADDRESS_KEY, CITY_KEY],
            )
            .into_item(),
    )
}

/// `price * qty - discount`
pub fn total(
    _: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const PRICE_KEY: __rt::Key<'_> = __rt::Key::new("price");
    const QTY_KEY: __rt::Key<'_> = __rt::Key::new("qty");
    const DISCOUNT_KEY: __rt::Key<'_> = __rt::Key::new("discount");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::Item::from(
            __query::number::subtract(
                __query::number::multiply(
                    __query::find_one(root, PRICE_KEY),
                    __query::find_one(root, QTY_KEY),
                )?,
                __query::find_one(root, DISCOUNT_KEY),
            )?,
        ),
    )
}

/// `$count($states.input.order.items) > 3 and $states.input.y = "z"`
pub fn condition(
    _: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    bindings: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const INPUT_KEY: __rt::Key<'_> = __rt::Key::new("input");
    const ORDER_KEY: __rt::Key<'_> = __rt::Key::new("order");
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const Y_KEY: __rt::Key<'_> = __rt::Key::new("y");
    let binding_0 = __query::binding(bindings, 0);
    __rt::Ok(
        __query::Item::from(
            __query::compare::greater(
                __query::find(binding_0, &[INPUT_KEY, ORDER_KEY, ITEMS_KEY]).count(),
                3.0,
            )? == __rt::Some(true)
                && __query::compare::is_equal(
                    __query::find(binding_0, &[INPUT_KEY, Y_KEY]),
                    "z",
                ),
        ),
    )
}

/// `$states.input.a & "-" & $states.input.b`
pub fn text(
    cx: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    bindings: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const INPUT_KEY: __rt::Key<'_> = __rt::Key::new("input");
    const A_KEY: __rt::Key<'_> = __rt::Key::new("a");
    const B_KEY: __rt::Key<'_> = __rt::Key::new("b");
    let binding_0 = __query::binding(bindings, 0);
    __rt::Ok({
        let mut text = __query::Text::new(cx);
        text.push(__query::find(binding_0, &[INPUT_KEY, A_KEY]))?;
        text.push("-")?;
        text.push(__query::find(binding_0, &[INPUT_KEY, B_KEY]))?;
        text.build()
    })
}

/// `$sum($states.input.order.items.(price * qty))`
pub fn sum(
    cx: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    bindings: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const INPUT_KEY: __rt::Key<'_> = __rt::Key::new("input");
    const ORDER_KEY: __rt::Key<'_> = __rt::Key::new("order");
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const PRICE_KEY: __rt::Key<'_> = __rt::Key::new("price");
    const QTY_KEY: __rt::Key<'_> = __rt::Key::new("qty");
    let binding_0 = __query::binding(bindings, 0);
    __rt::Ok(
        __query::Item::from(
            __query::walk(binding_0, &[INPUT_KEY, ORDER_KEY, ITEMS_KEY])
                .sum(
                    cx,
                    |item| __query::number::multiply(
                        __query::find_one(item, PRICE_KEY),
                        __query::find_one(item, QTY_KEY),
                    ),
                )?,
        ),
    )
}

/// `$states.input.order.items[price > 10].{ "sku": sku, "total": price * qty }`
pub fn items(
    cx: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    bindings: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const INPUT_KEY: __rt::Key<'_> = __rt::Key::new("input");
    const ORDER_KEY: __rt::Key<'_> = __rt::Key::new("order");
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const PRICE_KEY: __rt::Key<'_> = __rt::Key::new("price");
    const SKU_KEY: __rt::Key<'_> = __rt::Key::new("sku");
    const QTY_KEY: __rt::Key<'_> = __rt::Key::new("qty");
    const TOTAL_KEY: __rt::Key<'_> = __rt::Key::new("total");
    let binding_0 = __query::binding(bindings, 0);
    __rt::Ok(
        __query::walk(binding_0, &[INPUT_KEY, ORDER_KEY])
            .member_where(
                cx,
                ITEMS_KEY,
                |item| __rt::Ok(
                    __query::compare::greater(__query::find_one(item, PRICE_KEY), 10.0)?
                        == __rt::Some(true),
                ),
            )?
            .step(
                cx,
                |item| __rt::Ok({
                    let whole = __query::group::whole(item);
                    let item_2 = whole.view();
                    {
                        let mut object = __query::MembersBuilder::with_capacity(2);
                        object.push(SKU_KEY, __query::find_one(item_2, SKU_KEY));
                        object
                            .push(
                                TOTAL_KEY,
                                __query::number::multiply(
                                    __query::find_one(item_2, PRICE_KEY),
                                    __query::find_one(item_2, QTY_KEY),
                                )?,
                            );
                        object.build()?
                    }
                }),
            )?
            .into_result(),
    )
}

/// `$merge([$states.input, {"status": "ok"}])`
pub fn merge(
    cx: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    bindings: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const STATUS_KEY: __rt::Key<'_> = __rt::Key::new("status");
    const INPUT_KEY: __rt::Key<'_> = __rt::Key::new("input");
    let binding_0 = __query::binding(bindings, 0);
    __query::library::merge_members(
        cx,
        __query::find_one(binding_0, INPUT_KEY).found().view(),
        [(STATUS_KEY, __query::Item::string(__rt::Str::from_static("ok")))],
    )
}

/// `$map($states.input.order.items, function($v, $i) { $v.id & $i })`
pub fn map(
    cx: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    bindings: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const INPUT_KEY: __rt::Key<'_> = __rt::Key::new("input");
    const ORDER_KEY: __rt::Key<'_> = __rt::Key::new("order");
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const ID_KEY: __rt::Key<'_> = __rt::Key::new("id");
    let binding_0 = __query::binding(bindings, 0);
    __rt::Ok(
        __query::library::map(
                cx,
                __query::find(binding_0, &[INPUT_KEY, ORDER_KEY, ITEMS_KEY])
                    .found()
                    .view(),
                |v, i, _| __rt::Ok({
                    let mut text = __query::Text::new(cx);
                    text.push(__query::find_one(v, ID_KEY))?;
                    text.push(i as f64)?;
                    text.build()
                }),
            )?
            .settled(),
    )
}

/// `$filter(items, function($v) { $v.price > $limit })`
pub fn filter(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    bindings: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const PRICE_KEY: __rt::Key<'_> = __rt::Key::new("price");
    let root = __query::path::input(&root);
    let root = root.view();
    let binding_1 = __query::binding(bindings, 1);
    __rt::Ok(
        __query::library::filter(
                cx,
                __query::find_one(root, ITEMS_KEY).found().view(),
                |v, _, _| __rt::Ok(
                    __query::Item::from(
                        __query::compare::greater(
                            __query::find_one(v, PRICE_KEY),
                            binding_1,
                        )? == __rt::Some(true),
                    ),
                ),
            )?
            .settled(),
    )
}

/// `$reduce([1..5], function($product, $n) { $product * $n })`
pub fn reduce(
    cx: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    __rt::Ok(
        __query::library::reduce(
                cx,
                __query::path::array(
                        cx,
                        [(__query::number::range(cx, 1.0, 5.0)?.settled(), false)],
                        __query::ListKind::Plain,
                    )?
                    .view(),
                __query::Item::Undefined,
                |product, n, _, _| __rt::Ok(
                    __query::Item::from(__query::number::multiply(product.view(), n)?),
                ),
            )?
            .settled(),
    )
}

/// `items[0].tags[-1]`
pub fn indexes(
    _: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const TAGS_KEY: __rt::Key<'_> = __rt::Key::new("tags");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::each(root)
            .member_at(ITEMS_KEY, 0.0)
            .member_at(TAGS_KEY, -1.0)
            .into_result(),
    )
}

/// `items[$number(chosen)]`
pub fn any_predicate(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const CHOSEN_KEY: __rt::Key<'_> = __rt::Key::new("chosen");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::each(root)
            .step(
                cx,
                |item| __query::path::filter(
                    __query::find_one(item, ITEMS_KEY).found().view(),
                    |item_2| __rt::Ok(
                        __query::library::NUMBER
                            .call(
                                cx,
                                __query::arguments([
                                    __query::find_one(item_2, CHOSEN_KEY).into_item(),
                                ]),
                                item_2,
                            )?
                            .settled(),
                    ),
                ),
            )?
            .into_result(),
    )
}

/// `$exists(items[price > 100]) ? "dear" : "cheap"`
pub fn exists(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const PRICE_KEY: __rt::Key<'_> = __rt::Key::new("price");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::Item::string(
            __rt::Str::from_static(
                if __query::each(root)
                    .member_where(
                        cx,
                        ITEMS_KEY,
                        |item| __rt::Ok(
                            __query::compare::greater(
                                __query::find_one(item, PRICE_KEY),
                                100.0,
                            )? == __rt::Some(true),
                        ),
                    )?
                    .exists()
                {
                    "dear"
                } else {
                    "cheap"
                },
            ),
        ),
    )
}

/// `($rate := 1.2; $net := price * qty; {"net": $net, "gross": $net * $rate})`
pub fn block(
    _: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const PRICE_KEY: __rt::Key<'_> = __rt::Key::new("price");
    const QTY_KEY: __rt::Key<'_> = __rt::Key::new("qty");
    const NET_KEY: __rt::Key<'_> = __rt::Key::new("net");
    const GROSS_KEY: __rt::Key<'_> = __rt::Key::new("gross");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok({
        let rate = 1.2;
        let net = __query::number::multiply(
            __query::find_one(root, PRICE_KEY),
            __query::find_one(root, QTY_KEY),
        )?;
        {
            let mut object = __query::MembersBuilder::with_capacity(2);
            object.push(NET_KEY, net);
            object.push(GROSS_KEY, __query::number::multiply(net, rate)?);
            object.build()?
        }
    })
}

/// `($x := 1; $x := $x + 1; $x)`
#[allow(unused_assignments, unused_variables)]
pub fn bound_again(
    _: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    __rt::Ok({
        let mut x = __query::Item::Undefined;
        x = __query::Item::number(1.0);
        x = __query::Item::from(__query::number::add(x.clone(), 1.0)?);
        x.clone()
    })
}

/// `($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(10))`
pub fn recursive(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok({
        let f = cx.slot();
        f.set({
            let f_2 = f.clone();
            let root = root.to_item();
            __query::function(
                1,
                __rt::None,
                move |cx, arguments| {
                    let root = root.view();
                    let [n] = __query::parameters(arguments);
                    __rt::Ok(
                        __query::Tail::Done(
                            if __query::compare::less_or_equal(n.view(), 1.0)?
                                == __rt::Some(true)
                            {
                                __query::Item::number(1.0)
                            } else {
                                __query::Item::from(
                                    __query::number::multiply(
                                        n.view(),
                                        __query::call(
                                                cx,
                                                &f_2.value(),
                                                "f",
                                                __query::arguments([
                                                    __query::Item::from(
                                                        __query::number::subtract(n.view(), 1.0)?,
                                                    ),
                                                ]),
                                                root,
                                            )?
                                            .settled(),
                                    )?,
                                )
                            },
                        ),
                    )
                },
            )
        });
        __query::call(
                cx,
                &f.value(),
                "f",
                __query::arguments([__query::Item::number(10.0)]),
                root,
            )?
            .settled()
    })
}

/// `($add := function($n, $sum) { $n = 0 ? $sum : $add($n - 1, $sum + $n) }; $add(9, 0))`
pub fn tail(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok({
        let add = cx.slot();
        add.set({
            let add_2 = add.clone();
            __query::function(
                2,
                __rt::None,
                move |_, arguments| {
                    let [n, sum] = __query::parameters(arguments);
                    __rt::Ok(
                        if __query::compare::is_equal(n.view(), 0.0) {
                            __query::Tail::Done(sum.clone())
                        } else {
                            __query::Tail::Call {
                                function: add_2.value(),
                                name: __rt::Str::from_static("add"),
                                arguments: __query::arguments([
                                    __query::Item::from(
                                        __query::number::subtract(n.view(), 1.0)?,
                                    ),
                                    __query::Item::from(
                                        __query::number::add(sum.view(), n.view())?,
                                    ),
                                ]),
                            }
                        },
                    )
                },
            )
        });
        __query::call(
                cx,
                &add.value(),
                "add",
                __query::arguments([
                    __query::Item::number(9.0),
                    __query::Item::number(0.0),
                ]),
                root,
            )?
            .settled()
    })
}

/// `function($s, $n)<s-n?:s> { $s & $n }("a", 1)`
pub fn signature(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::call(
                cx,
                &__query::function(
                    2,
                    __rt::Some(
                        __query::Signature::new(const {
                            &[
                                __query::Parameter::of_types("sm").or_context().optional(),
                                __query::Parameter::of_types("nm").optional(),
                            ]
                        }),
                    ),
                    move |cx, arguments| {
                        let [s, n] = __query::parameters(arguments);
                        __rt::Ok(
                            __query::Tail::Done({
                                let mut text = __query::Text::new(cx);
                                text.push(s.view())?;
                                text.push(n.view())?;
                                text.build()
                            }),
                        )
                    },
                ),
                "",
                __query::arguments([
                    __query::Item::string(__rt::Str::from_static("a")),
                    __query::Item::number(1.0),
                ]),
                root,
            )?
            .settled(),
    )
}

/// `items.($rate := 2; function($p) { $p * $rate * qty })(price)`
pub fn captured(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const QTY_KEY: __rt::Key<'_> = __rt::Key::new("qty");
    const PRICE_KEY: __rt::Key<'_> = __rt::Key::new("price");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::walk(root, &[ITEMS_KEY])
            .step(
                cx,
                |item| __rt::Ok(
                    __query::call(
                            cx,
                            &({
                                let rate = cx.slot();
                                rate.set(__query::Item::number(2.0));
                                {
                                    let rate_2 = rate.clone();
                                    let item = item.to_item();
                                    __query::function(
                                        1,
                                        __rt::None,
                                        move |_, arguments| {
                                            let item = item.view();
                                            let [p] = __query::parameters(arguments);
                                            __rt::Ok(
                                                __query::Tail::Done(
                                                    __query::Item::from(
                                                        __query::number::multiply(
                                                            __query::number::multiply(p.view(), rate_2.value())?,
                                                            __query::find_one(item, QTY_KEY),
                                                        )?,
                                                    ),
                                                ),
                                            )
                                        },
                                    )
                                }
                            }),
                            "",
                            __query::arguments([
                                __query::find_one(item, PRICE_KEY).into_item(),
                            ]),
                            item,
                        )?
                        .settled(),
                ),
            )?
            .into_result(),
    )
}

/// `$map(names, $substring(?, 0, 1))`
pub fn partial(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const NAMES_KEY: __rt::Key<'_> = __rt::Key::new("names");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::library::MAP
            .call(
                cx,
                __query::arguments([
                    __query::find_one(root, NAMES_KEY).into_item(),
                    {
                        let given = __rt::Vec::from([
                            __rt::None,
                            __rt::Some(__query::Item::number(0.0)),
                            __rt::Some(__query::Item::number(1.0)),
                        ]);
                        __query::partial(
                            &__query::builtin(&__query::library::SUBSTRING),
                            __rt::Str::from_static("substring"),
                            given,
                        )?
                    },
                ]),
                root,
            )?
            .settled(),
    )
}

/// `names ~> $sort ~> $join(", ")`
pub fn chain(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const NAMES_KEY: __rt::Key<'_> = __rt::Key::new("names");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::library::JOIN
            .call(
                cx,
                __query::arguments([
                    __query::apply(
                        cx,
                        __query::find_one(root, NAMES_KEY).into_item(),
                        __query::builtin(&__query::library::SORT),
                    )?,
                    __query::Item::string(__rt::Str::from_static(", ")),
                ]),
                root,
            )?
            .settled(),
    )
}

/// `people^(>age, name).name`
pub fn sorted(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const PEOPLE_KEY: __rt::Key<'_> = __rt::Key::new("people");
    const AGE_KEY: __rt::Key<'_> = __rt::Key::new("age");
    const NAME_KEY: __rt::Key<'_> = __rt::Key::new("name");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::walk(root, &[PEOPLE_KEY])
            .sort(
                cx,
                |a, b| {
                    let order = __query::sort::order(
                        __query::find_one(a, AGE_KEY).found().view(),
                        __query::find_one(b, AGE_KEY).found().view(),
                        true,
                    )?;
                    if order.is_ne() {
                        return __rt::Ok(order.is_gt());
                    }
                    __rt::Ok(
                        __query::sort::order(
                                __query::find_one(a, NAME_KEY).found().view(),
                                __query::find_one(b, NAME_KEY).found().view(),
                                false,
                            )?
                            .is_gt(),
                    )
                },
            )?
            .member(NAME_KEY)
            .into_result(),
    )
}

/// `people{team: $count($), "all": name[]}`
pub fn grouped(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const PEOPLE_KEY: __rt::Key<'_> = __rt::Key::new("people");
    const TEAM_KEY: __rt::Key<'_> = __rt::Key::new("team");
    const NAME_KEY: __rt::Key<'_> = __rt::Key::new("name");
    let root = __query::path::input(&root);
    let root = root.view();
    __query::walk(root, &[PEOPLE_KEY])
        .group(
            cx,
            2,
            |pair, item| __rt::Ok(
                match pair {
                    0 => __query::find_one(item, TEAM_KEY).into_item(),
                    _ => __query::Item::string(__rt::Str::from_static("all")),
                },
            ),
            |pair, item| __rt::Ok(
                match pair {
                    0 => {
                        __query::Item::number(
                            __query::library::count(__query::context(item)) as f64,
                        )
                    }
                    _ => {
                        __query::each(item)
                            .step(
                                cx,
                                |item_2| __rt::Ok(
                                    __query::find_one(item_2, NAME_KEY).into_item(),
                                ),
                            )?
                            .kept()
                    }
                },
            ),
        )
}

/// `people#$i[age > 30].{"n": name, "i": $i}`
#[allow(unused_assignments, unused_variables)]
pub fn numbered(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const PEOPLE_KEY: __rt::Key<'_> = __rt::Key::new("people");
    const AGE_KEY: __rt::Key<'_> = __rt::Key::new("age");
    const NAME_KEY: __rt::Key<'_> = __rt::Key::new("name");
    const N_KEY: __rt::Key<'_> = __rt::Key::new("n");
    const I_KEY: __rt::Key<'_> = __rt::Key::new("i");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::Tuples::of(root)
            .step(
                cx,
                __query::Binds {
                    index: __rt::Some(0),
                    ..__rt::Default::default()
                },
                |row| {
                    let item = row.item.view();
                    __rt::Ok(__query::find_one(item, PEOPLE_KEY).into_item())
                },
            )?
            .filter(|row| {
                let item = row.item.view();
                __rt::Ok(
                    __query::Item::from(
                        __query::compare::greater(
                            __query::find_one(item, AGE_KEY),
                            30.0,
                        )?,
                    ),
                )
            })?
            .step(
                cx,
                __query::Binds {
                    ..__rt::Default::default()
                },
                |row| {
                    let item = row.item.view();
                    let i = row.view(0);
                    __rt::Ok({
                        let whole = __query::group::whole(item);
                        let item_2 = whole.view();
                        {
                            let mut object = __query::MembersBuilder::with_capacity(2);
                            object.push(N_KEY, __query::find_one(item_2, NAME_KEY));
                            object.push(I_KEY, i);
                            object.build()?
                        }
                    })
                },
            )?
            .into_sequence()
            .settled(),
    )
}

/// `loans@$l.books@$b[$l.isbn = $b.isbn].{"title": $b.title, "who": $l.who}`
#[allow(unused_assignments, unused_variables)]
pub fn joined(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const LOANS_KEY: __rt::Key<'_> = __rt::Key::new("loans");
    const BOOKS_KEY: __rt::Key<'_> = __rt::Key::new("books");
    const ISBN_KEY: __rt::Key<'_> = __rt::Key::new("isbn");
    const TITLE_KEY: __rt::Key<'_> = __rt::Key::new("title");
    const WHO_KEY: __rt::Key<'_> = __rt::Key::new("who");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::Tuples::of(root)
            .step(
                cx,
                __query::Binds {
                    focus: __rt::Some(0),
                    ..__rt::Default::default()
                },
                |row| {
                    let item = row.item.view();
                    __rt::Ok(__query::find_one(item, LOANS_KEY).into_item())
                },
            )?
            .step(
                cx,
                __query::Binds {
                    focus: __rt::Some(1),
                    ..__rt::Default::default()
                },
                |row| {
                    let item = row.item.view();
                    __rt::Ok(__query::find_one(item, BOOKS_KEY).into_item())
                },
            )?
            .filter(|row| {
                let l = row.view(0);
                let b_2 = row.view(1);
                __rt::Ok(
                    __query::Item::from(
                        __query::compare::is_equal(
                            __query::find_one(l, ISBN_KEY),
                            __query::find_one(b_2, ISBN_KEY),
                        ),
                    ),
                )
            })?
            .step(
                cx,
                __query::Binds {
                    ..__rt::Default::default()
                },
                |row| {
                    let l = row.view(0);
                    let b_2 = row.view(1);
                    __rt::Ok({
                        let mut object = __query::MembersBuilder::with_capacity(2);
                        object.push(TITLE_KEY, __query::find_one(b_2, TITLE_KEY));
                        object.push(WHO_KEY, __query::find_one(l, WHO_KEY));
                        object.build()?
                    })
                },
            )?
            .into_sequence()
            .settled(),
    )
}

/// `orders.items.{"sku": sku, "order": %.id}`
#[allow(unused_assignments, unused_variables)]
pub fn parent(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const ORDERS_KEY: __rt::Key<'_> = __rt::Key::new("orders");
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const SKU_KEY: __rt::Key<'_> = __rt::Key::new("sku");
    const ID_KEY: __rt::Key<'_> = __rt::Key::new("id");
    const ORDER_KEY: __rt::Key<'_> = __rt::Key::new("order");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::Tuples::of(__query::walk(root, &[ORDERS_KEY]).into_unsettled().view())
            .step(
                cx,
                __query::Binds {
                    ancestor: __rt::Some(0),
                    ..__rt::Default::default()
                },
                |row| {
                    let item = row.item.view();
                    __rt::Ok(__query::find_one(item, ITEMS_KEY).into_item())
                },
            )?
            .step(
                cx,
                __query::Binds {
                    ..__rt::Default::default()
                },
                |row| {
                    let item = row.item.view();
                    let parent = row.view(0);
                    __rt::Ok({
                        let whole = __query::group::whole(item);
                        let item_2 = whole.view();
                        {
                            let mut object = __query::MembersBuilder::with_capacity(2);
                            object.push(SKU_KEY, __query::find_one(item_2, SKU_KEY));
                            object
                                .push(
                                    ORDER_KEY,
                                    __query::each(item_2)
                                        .step(cx, |_| __rt::Ok(parent.to_item()))?
                                        .member(ID_KEY)
                                        .settled(),
                                );
                            object.build()?
                        }
                    })
                },
            )?
            .into_sequence()
            .settled(),
    )
}

/// `$ ~> |items|{"total": price * qty}, "tags"|`
pub fn transform(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const ITEMS_KEY: __rt::Key<'_> = __rt::Key::new("items");
    const PRICE_KEY: __rt::Key<'_> = __rt::Key::new("price");
    const QTY_KEY: __rt::Key<'_> = __rt::Key::new("qty");
    const TOTAL_KEY: __rt::Key<'_> = __rt::Key::new("total");
    let root = __query::path::input(&root);
    let root = root.view();
    __query::apply(
        cx,
        __query::context(root).to_item(),
        __query::function(
            1,
            __rt::None,
            move |cx, arguments| {
                __query::transform_and_delete(
                    cx,
                    __query::argument(&arguments),
                    |item| __rt::Ok(__query::find_one(item, ITEMS_KEY).into_item()),
                    |item| __rt::Ok({
                        let whole = __query::group::whole(item);
                        let item_2 = whole.view();
                        {
                            let mut object = __query::MembersBuilder::with_capacity(1);
                            object
                                .push(
                                    TOTAL_KEY,
                                    __query::number::multiply(
                                        __query::find_one(item_2, PRICE_KEY),
                                        __query::find_one(item_2, QTY_KEY),
                                    )?,
                                );
                            object.build()?
                        }
                    }),
                    |_| __rt::Ok(__query::Item::string(__rt::Str::from_static("tags"))),
                )
            },
        ),
    )
}

/// `$replace(name, /(\w)o/i, "$1")`
pub fn pattern(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const NAME_KEY: __rt::Key<'_> = __rt::Key::new("name");
    static REGEX: __rt::LazyLock<__query::StaticRegex> = __rt::LazyLock::new(|| __query::static_regex(
        "(\\w)o",
        "i",
    ));
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::library::REPLACE
            .call(
                cx,
                __query::arguments([
                    __query::find_one(root, NAME_KEY).into_item(),
                    __query::regex(&REGEX)?,
                    __query::Item::string(__rt::Str::from_static("$1")),
                ]),
                root,
            )?
            .settled(),
    )
}

/// `[1, [2, 3], {"a": null}]`
pub fn constructed(
    _: &::sfn::__private::jsonata::Evaluation,
    _: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    static CONSTANT: __rt::LazyLock<__rt::Value> = __rt::LazyLock::new(|| __rt::array([
        __rt::Value::from(1),
        __rt::array([__rt::Value::from(2), __rt::Value::from(3)]),
        __rt::object([__rt::member("a", __rt::Value::Null)]),
    ]));
    __rt::Ok(__query::View::Value(&CONSTANT).to_item())
}

/// `*.**.name[]`
pub fn wildcards(
    cx: &::sfn::__private::jsonata::Evaluation,
    root: ::sfn::__private::jsonata::Item,
    _: &[::sfn::__private::jsonata::Item],
) -> ::sfn::__private::Result<
    ::sfn::__private::jsonata::Item,
    ::sfn::__private::jsonata::Error,
> {
    use ::sfn::__private as __rt;
    use ::sfn::__private::jsonata as __query;
    const NAME_KEY: __rt::Key<'_> = __rt::Key::new("name");
    let root = __query::path::input(&root);
    let root = root.view();
    __rt::Ok(
        __query::each(root)
            .step(cx, |item| __rt::Ok(__query::path::wildcard(cx, item)?.settled()))?
            .step(cx, |item| __rt::Ok(__query::path::descendants(cx, item)?.settled()))?
            .step(cx, |item| __rt::Ok(__query::find_one(item, NAME_KEY).into_item()))?
            .kept(),
    )
}
