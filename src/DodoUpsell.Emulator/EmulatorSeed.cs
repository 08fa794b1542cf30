namespace DodoUpsell.Emulator;

/// <summary>What an emulator holds when it starts.</summary>
public enum EmulatorSeed
{
    /// <summary>Products, plans, an add-on and customers with cards; their ids are in <see cref="DemoSeed"/>.</summary>
    Demo,

    /// <summary>Nothing.</summary>
    Empty,
}
