namespace DodoUpsell;

/// <summary>Specifies the kind of a plan change.</summary>
public enum PlanChangeKind
{
    /// <summary>A change to a more expensive plan with the same billing interval.</summary>
    Upgrade = 0,

    /// <summary>A change to a cheaper plan with the same billing interval.</summary>
    Downgrade = 1,

    /// <summary>A change to a plan with the same price or a different billing interval.</summary>
    Crossgrade = 2,

    /// <summary>A change of the number of seats on the same plan.</summary>
    Seats = 3,

    /// <summary>A change of add-ons on the same plan with the same seats.</summary>
    Addons = 4,

    /// <summary>A change of discounts only.</summary>
    Discounts = 5,
}
