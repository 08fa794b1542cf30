namespace DodoUpsell;

/// <summary>Represents a rule that is never offered, or only while another one is not.</summary>
/// <param name="RuleId">The id of the rule.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Explanation">What is wrong and how to correct it, in English.</param>
public sealed record OfferRuleWarning(string RuleId, OfferRuleWarningReason Reason, string Explanation);

/// <summary>Specifies why a rule is never, or hardly ever, offered.</summary>
public enum OfferRuleWarningReason
{
    /// <summary>The conditions of the rule contradict each other, or what it sells.</summary>
    ContradictoryConditions = 0,

    /// <summary>The rule has ended, or a discount of it has.</summary>
    Ended = 1,

    /// <summary>
    /// An earlier rule applies whenever this one does and sells the same. This one is offered only while the earlier one
    /// is paused, capped or in its cool-off.
    /// </summary>
    Shadowed = 2,

    /// <summary>The rule is only offered as a downsell, and no rule names it.</summary>
    NeverNamed = 3,

    /// <summary>The rule is only offered as a downsell, and <see cref="OfferOptions.ChainLimit"/> ends before it.</summary>
    BeyondChainLimit = 4,
}
