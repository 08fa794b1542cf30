using System.Net;

namespace DodoUpsell.Emulator;

/// <summary>
/// Breaks answers on purpose. The first fault in order of adding that fits a request is the one that strikes.
/// </summary>
public sealed record EmulatedFault
{
    /// <summary>A fault that strikes every request once, until more is said.</summary>
    public EmulatedFault(EmulatedFaultKind kind)
    {
        if (!Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(kind));

        Kind = kind;
    }

    /// <summary>Gets how the answer goes wrong.</summary>
    public EmulatedFaultKind Kind { get; }

    /// <summary>Gets the method it strikes. Default: null, any.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// Gets the path it strikes, without a query. A segment <c>{}</c>, or any name in braces, stands for one segment;
    /// <c>/*</c> at the end stands for everything below. Default: null, any.
    /// </summary>
    /// <example><c>/checkouts</c>, <c>/subscriptions/{}/change-plan</c>, <c>/customers/*</c></example>
    public string? Path { get; init; }

    /// <summary>Gets the status of the answer, for the kinds that have one. Default: null, that of the kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 200..599.</exception>
    public HttpStatusCode? Status
    {
        get;
        init
        {
            if (value is { } status)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan((int)status, 200, nameof(value));
                ArgumentOutOfRangeException.ThrowIfGreaterThan((int)status, 599, nameof(value));
            }

            field = value;
        }
    }

    /// <summary>
    /// Gets how long the answer, or the break, is held back: by <see cref="DodoEmulatorOptions.TimeSource"/>, else by
    /// the emulator's own clock, which somebody has to move. Default: not at all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or above a day.</exception>
    public TimeSpan Delay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1));
            field = value;
        }
    }

    /// <summary>Gets how many requests it strikes. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Times
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>Gets how likely it is that a request that fits is struck, from 0 to 1. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0..1.</exception>
    public double Probability
    {
        get;
        init
        {
            if (!(value >= 0 && value <= 1))
                throw new ArgumentOutOfRangeException(nameof(value));

            field = value;
        }
    } = 1;

    /// <summary>Gets the seed of its chances: the same requests meet the same fate. Default: 1.</summary>
    public int Seed { get; init; } = 1;
}
