using System.Net;

namespace DodoUpsell.Emulator;

/// <summary>
/// Makes requests fail on purpose. If several faults match a request, the one that was added first applies.
/// </summary>
public sealed record EmulatedFault
{
    /// <summary>Creates a fault that applies to the next request, whatever its method and path.</summary>
    public EmulatedFault(EmulatedFaultKind kind)
    {
        if (!Enum.IsDefined(kind))
            throw new ArgumentOutOfRangeException(nameof(kind));

        Kind = kind;
    }

    /// <summary>Gets the kind of failure.</summary>
    public EmulatedFaultKind Kind { get; }

    /// <summary>Gets the HTTP method that the fault applies to. The default is null: any method.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// Gets the path that the fault applies to, without a query. A segment <c>{}</c>, or any name in braces, matches
    /// one segment; <c>/*</c> at the end matches everything below. The default is null: any path.
    /// </summary>
    /// <example><c>/checkouts</c>, <c>/subscriptions/{}/change-plan</c>, <c>/customers/*</c></example>
    public string? Path { get; init; }

    /// <summary>
    /// Gets the status code of the response, for the kinds that have one. The default is null: the default of the kind.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 200 and 599.</exception>
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
    /// Gets how long the response, or the break of the connection, is delayed: by
    /// <see cref="DodoEmulatorOptions.TimeSource"/> if there is one, otherwise by the emulator's clock, which then has
    /// to be advanced. The default is no delay.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or more than a day.</exception>
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

    /// <summary>Gets the number of requests that the fault applies to. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Times
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>
    /// Gets the probability that the fault applies to a matching request, from 0 to 1. The default is 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
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

    /// <summary>Gets the seed of the probability: the same requests fail in every run. The default is 1.</summary>
    public int Seed { get; init; } = 1;
}
