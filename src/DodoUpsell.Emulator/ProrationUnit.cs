namespace DodoUpsell.Emulator;

/// <summary>Specifies the unit in which the rest of a billing cycle is measured.</summary>
public enum ProrationUnit
{
    /// <summary>Days. A day that has begun counts as remaining until it is over.</summary>
    WholeDays,

    /// <summary>Seconds.</summary>
    Seconds,
}
