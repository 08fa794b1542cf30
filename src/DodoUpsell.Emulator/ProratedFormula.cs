namespace DodoUpsell.Emulator;

/// <summary>What <c>prorated_immediately</c> charges, before tax; a negative result becomes credit.</summary>
public enum ProratedFormula
{
    /// <summary>The new plan less the old one, both for the rest of the cycle.</summary>
    RestOfCycle,

    /// <summary>A full cycle of the new plan, less the old one for the rest of its cycle.</summary>
    FullNewCycle,
}
