namespace DodoUpsell.Emulator;

/// <summary>Specifies the initial state of an emulator.</summary>
public enum EmulatorSeed
{
    /// <summary>
    /// Products, plans, an add-on, a discount, customers with cards and an active subscription. Their ids are in
    /// <see cref="DemoSeed"/>.
    /// </summary>
    Demo,

    /// <summary>No objects.</summary>
    Empty,
}
