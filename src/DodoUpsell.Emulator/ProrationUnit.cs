namespace DodoUpsell.Emulator;

/// <summary>What the rest of a billing cycle is measured in.</summary>
public enum ProrationUnit
{
    /// <summary>Days; one that is not over yet still counts as left.</summary>
    WholeDays,

    /// <summary>Seconds.</summary>
    Seconds,
}
