using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DodoUpsell.Benchmarks.Floor;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Checks, over a real connection, that both sides send the same bytes, read every member of the responses and read the
/// same values.
/// </summary>
internal static class SameCalls
{
    private static readonly FloorJson Strict = new(
        new JsonSerializerOptions(FloorJson.Default.Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        }
    );

    public static async Task CheckAsync()
    {
        CheckThatTheFloorReadsEveryMember();

        using var tap = new WireTap();
        using var clients = new ClientBenchmarks(new SocketsHttpHandler(), tap.Address, await UserAgentAsync(tap));
        foreach (var shape in clients.Shapes)
        {
            var floor = await shape.Floor();
            var sentByFloor = tap.LastRequest;
            var ours = await shape.Ours();
            if (tap.LastRequest != sentByFloor)
            {
                throw new InvalidOperationException(
                    $"{shape.Name}: the floor sends\n{sentByFloor}\nand the SDK\n{tap.LastRequest}"
                );
            }

            SameValues.Check(shape.Name, floor, ours);
        }
    }

    private static async Task<string> UserAgentAsync(WireTap tap)
    {
        using var clients = new ClientBenchmarks(new SocketsHttpHandler(), tap.Address, "");
        await clients.DodoUpsellPaymentMethods();
        const string Header = "User-Agent: ";
        return tap.LastRequest.Split("\r\n").Single(line => line.StartsWith(Header, StringComparison.Ordinal))[
            Header.Length..
        ];
    }

    private static void CheckThatTheFloorReadsEveryMember()
    {
        Read(Payload.CheckoutSession, Strict.CheckoutSession);
        Read(Payload.PaymentMethods, Strict.ItemsSavedPaymentMethod);
        Read(Payload.Subscription, Strict.Subscription);
        Read(Payload.PageOf100Payments(), Strict.ItemsPayment);

        static void Read<T>(byte[] json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type);
    }
}
