namespace DodoUpsell;

/// <summary>
/// Builds one rule. A method that is called again replaces what it set, except <c>Discount</c>, which adds. Use
/// <see cref="With"/> for everything that has no method of its own.
/// </summary>
public sealed class OfferRuleBuilder
{
    private readonly List<OfferRuleBuilder> _downsells = [];

    // A rule that sells nothing is reported by the validation, with everything else that is wrong.
    internal OfferRuleBuilder(string id) => Rule = new() { Id = id, Sale = null! };

    internal OfferRule Rule { get; private set; }

    internal IReadOnlyList<OfferRuleBuilder> Downsells => _downsells;

    /// <summary>Makes the offer after a purchase of at least one of the products.</summary>
    /// <param name="productIds">The ids of the products.</param>
    public OfferRuleBuilder WhenBought(params string[] productIds) =>
        When(when => when with { BoughtAnyOf = productIds });

    /// <summary>Makes no offer if the purchase contains, or the subject owns, one of the products.</summary>
    /// <param name="productIds">The ids of the products.</param>
    public OfferRuleBuilder UnlessOwned(params string[] productIds) => When(when => when with { NoneOf = productIds });

    /// <summary>Changes the conditions: <c>When(when => when with { FirstPurchase = true })</c>.</summary>
    /// <param name="change">Returns the changed conditions.</param>
    public OfferRuleBuilder When(Func<OfferTrigger, OfferTrigger> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return With(rule => rule with { When = change(rule.When) });
    }

    /// <summary>Makes the offer at a placement instead of after a purchase.</summary>
    /// <param name="placement">The placement, as in <see cref="OfferRule.Placement"/>.</param>
    public OfferRuleBuilder At(string placement) => With(rule => rule with { Placement = placement });

    /// <summary>Sells one of each product.</summary>
    /// <param name="productIds">The ids of the products.</param>
    public OfferRuleBuilder Sell(params string[] productIds)
    {
        ArgumentNullException.ThrowIfNull(productIds);
        return Sell(
            new OfferedSale.Products
            {
                Items = [.. productIds.Select(id => new CheckoutItem { ProductId = id, Quantity = 1 })],
            }
        );
    }

    /// <summary>Sells products with quantities or add-ons, a plan change or an add-on.</summary>
    /// <param name="sale">What is sold.</param>
    public OfferRuleBuilder Sell(OfferedSale sale) => With(rule => rule with { Sale = sale });

    /// <summary>Sells a change of the plan that the subject has.</summary>
    /// <param name="productId">The id of the new plan.</param>
    /// <param name="from">The ids of the plans that can be changed, or none for those of the new plan's family.</param>
    public OfferRuleBuilder ChangePlan(string productId, params string[] from) =>
        Sell(new OfferedSale.PlanChange { ProductId = productId, From = from });

    /// <summary>Applies a discount code that each subject can use once.</summary>
    /// <param name="code">The code.</param>
    public OfferRuleBuilder Discount(string code) => Discount(new OfferDiscount { Code = code });

    /// <summary>Applies a discount with limits of its own.</summary>
    /// <param name="discount">The discount.</param>
    public OfferRuleBuilder Discount(OfferDiscount discount) =>
        With(rule => rule with { Discounts = [.. rule.Discounts, discount] });

    /// <summary>Offers another rule after a no.</summary>
    /// <param name="ruleId">The id of the rule.</param>
    public OfferRuleBuilder Downsell(string ruleId) => With(rule => rule with { DownsellRuleId = ruleId });

    /// <summary>Adds a rule that is only offered after a no to this one.</summary>
    /// <param name="ruleId">The id of the new rule.</param>
    /// <param name="build">Builds the new rule.</param>
    public OfferRuleBuilder Downsell(string ruleId, Action<OfferRuleBuilder> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        var downsell = new OfferRuleBuilder(ruleId);
        downsell.With(rule => rule with { OnlyAsDownsell = true, Placement = Rule.Placement });
        build(downsell);
        _downsells.Add(downsell);
        return Downsell(ruleId);
    }

    /// <summary>Changes anything else of the rule: <c>With(rule => rule with { Priority = 10 })</c>.</summary>
    /// <param name="change">Returns the changed rule.</param>
    public OfferRuleBuilder With(Func<OfferRule, OfferRule> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Rule = change(Rule) ?? throw new ArgumentException("The delegate returned null.", nameof(change));
        return this;
    }
}
