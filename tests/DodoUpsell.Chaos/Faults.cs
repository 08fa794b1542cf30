using System.Net;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>The emulator's faults at every call of the API, by chance. Pages that the customer sees work.</summary>
internal static class Faults
{
    private static readonly (string Method, string Path)[] Calls =
    [
        ("POST", "/checkouts"), ("POST", "/payments"), ("POST", "/checkouts/preview"), ("GET", "/payments"), ("GET", "/payments/{}"),
        ("GET", "/customers/{}/payment-methods"), ("GET", "/products/{}"), ("GET", "/subscriptions/{}"),
        ("POST", "/subscriptions/{}/change-plan"), ("POST", "/subscriptions/{}/change-plan/preview"),
    ];

    // A status after the fact is one that a proxy or a crash gives; a refusal after the fact would be a lie that no caller could see through.
    private static readonly (EmulatedFaultKind Kind, HttpStatusCode? Status)[] Kinds =
    [
        (EmulatedFaultKind.DropBefore, null), (EmulatedFaultKind.DropAfterCommit, null),
        (EmulatedFaultKind.Status, HttpStatusCode.ServiceUnavailable), (EmulatedFaultKind.Status, HttpStatusCode.InternalServerError), (EmulatedFaultKind.Status, HttpStatusCode.TooManyRequests),
        (EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.InternalServerError), (EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.GatewayTimeout), (EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.RequestTimeout),
        (EmulatedFaultKind.Delay, null), (EmulatedFaultKind.TruncateBody, null), (EmulatedFaultKind.HtmlBody, null),
    ];

    public static void AddTo(DodoEmulator emulator, double rate, int seed, TimeSpan? longestDelay = null)
    {
        if (rate <= 0) return;
        var random = new Random(seed);
        foreach (var (method, path) in Calls)
        {
            foreach (var (kind, status) in Kinds)
            {
                emulator.AddFault(new EmulatedFault(kind)
                {
                    Method = method,
                    Path = path,
                    Status = status,
                    Probability = rate / Kinds.Length * 2 * random.NextDouble(),
                    Times = int.MaxValue,
                    Seed = random.Next(),
                    Delay = kind == EmulatedFaultKind.Delay ? random.NextDouble() * (longestDelay ?? TimeSpan.FromMinutes(5)) : TimeSpan.Zero,
                });
            }
        }
    }
}
