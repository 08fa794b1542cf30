namespace DodoUpsell.Emulator;

/// <summary>Specifies what <c>prorated_immediately</c> charges, before tax. A negative result becomes credit.</summary>
public enum ProratedFormula
{
    /// <summary>The price of the new plan minus the price of the old one, both for the rest of the cycle.</summary>
    RestOfCycle,

    /// <summary>A full cycle of the new plan, minus the old plan for the rest of its cycle.</summary>
    FullNewCycle,
}
