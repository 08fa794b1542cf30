using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

/// <summary>
/// Whatever comes over the wire is refused or delivered; nothing of it throws. Seeded, so that a failure can be
/// repeated.
/// </summary>
public sealed class HostileInputTests(ITestOutputHelper output)
{
    private const int Headers = 20_000;
    private const int BrokenBodies = 10_000;
    private const int MisshapenBodies = 5_000;

    private static readonly string[] Junk =
    [
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "1e400",
        "99999999999999999999",
        "\"\"",
        "\" \"",
        "\"x\"",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        """{"type":"x"}""",
        """{"payload_type":"Payment"}""",
        "\"2026-99-99T00:00:00Z\"",
        "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59.9999999-14:00\"",
        "\"\\u0000\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\udc00\\ud83d\"",
        "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
        "\"Payment\"",
        "\"Subscription\"",
    ];

    [Fact]
    public void Changed_headers_are_refused_and_never_throw()
    {
        var random = new Random(20);
        var verifier = Delivery.Verifier();
        var reasons = new Dictionary<WebhookRefusalReason, int>();
        for (var i = 0; i < Headers; i++)
        {
            var headers = Delivery.Genuine.Headers;
            switch (random.Next(3))
            {
                case 0:
                    headers = headers with { Id = Change(headers.Id!, random) };
                    break;
                case 1:
                    headers = headers with { Timestamp = Change(headers.Timestamp!, random) };
                    break;
                default:
                    headers = headers with { Signature = Change(headers.Signature!, random) };
                    break;
            }

            var genuine = verifier.TryVerify(headers, Delivery.Genuine.Body, out var refusal);
            reasons[refusal] = reasons.GetValueOrDefault(refusal) + 1;
            Assert.Equal(genuine, refusal == WebhookRefusalReason.None);
            if (genuine)
                Assert.True(StillCarriesTheSignature(headers), $"{i}: {headers} {headers.Signature}");
        }

        output.WriteLine(
            string.Join(
                ", ",
                reasons.OrderByDescending(reason => reason.Value).Select(reason => $"{reason.Key} {reason.Value}")
            )
        );
        Assert.True(reasons.Count >= 9, "The changes do not reach every check.");
    }

    [Fact]
    public void Broken_bodies_never_throw()
    {
        var random = new Random(21);
        var bodies = EventSamples.Types.Select(type => EventSamples.Of(type, unknownMembers: true).Utf8()).ToArray();
        var read = 0;
        for (var i = 0; i < BrokenBodies; i++)
            read += Try(Break(bodies[random.Next(bodies.Length)], random), i);

        output.WriteLine($"{BrokenBodies} broken bodies: {read} could be read, {BrokenBodies - read} were refused");
        Assert.InRange(read, BrokenBodies / 20, BrokenBodies * 19 / 20);
    }

    [Fact]
    public void Bodies_of_another_shape_never_throw()
    {
        var random = new Random(22);
        var types = EventSamples.Types.ToArray();
        var (read, typed) = (0, 0);
        for (var i = 0; i < MisshapenBodies; i++)
        {
            var body = Misshape(EventSamples.Of(types[random.Next(types.Length)], unknownMembers: true), random);
            read += Try(body, i);
            if (WebhookEvent.TryParse(body, out var webhookEvent) && webhookEvent is not UnknownWebhookEvent)
                typed++;
        }

        output.WriteLine(
            $"{MisshapenBodies} misshapen bodies: {typed} were typed, {read - typed} raw, "
                + $"{MisshapenBodies - read} refused"
        );
        Assert.InRange(typed, MisshapenBodies / 20, MisshapenBodies);
        Assert.InRange(read - typed, MisshapenBodies / 20, MisshapenBodies);
    }

    // Signed as it is, so that the very same bytes pass the verifier and reach the reader.
    private static int Try(byte[] body, int number)
    {
        try
        {
            var delivery = Delivery.Of(body);
            if (body.Length > 0)
                Assert.True(Delivery.Verifier().TryVerify(delivery.Headers, body, out _));
            if (!WebhookEvent.TryParse(body, out var read))
                return 0;
            var again = WebhookEvent.Parse(read.ToUtf8Bytes());
            Assert.Equal(
                (read.GetType(), read.Type, read.Subject, read.StateAt, read.PayloadType),
                (again.GetType(), again.Type, again.Subject, again.StateAt, again.PayloadType)
            );

            // A status of "" is written as null, and that is left out the next time; from then on nothing changes.
            Assert.Equal(again.ToUtf8Bytes(), WebhookEvent.Parse(again.ToUtf8Bytes()).ToUtf8Bytes());
            return 1;
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"Body {number}: {Encoding.UTF8.GetString(body)}", error);
        }
    }

    private static string? Change(string text, Random random) =>
        random.Next(10) switch
        {
            0 => null,
            1 => "",
            2 => text[..random.Next(text.Length)],
            3 => text + (char)random.Next(0x10000),
            4 => (char)random.Next(0x10000) + text,
            5 => text.Insert(random.Next(text.Length), new string((char)random.Next(0x80), random.Next(1, 6000))),
            6 => string.Join(' ', Enumerable.Repeat(text, random.Next(2, 40))),
            7 => new string([.. text.Reverse()]),
            8 => new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (char)random.Next(0x10000))]),
            _ => text.Remove(random.Next(text.Length), 1)
                .Insert(random.Next(text.Length), ((char)random.Next(0x20, 0x7F)).ToString()),
        };

    private static bool StillCarriesTheSignature(WebhookHeaders headers) =>
        headers.Id == Delivery.Genuine.Headers.Id
        && headers.Timestamp == Delivery.Genuine.Headers.Timestamp
        && headers.Signature!.Split(' ').Contains(Delivery.Genuine.Headers.Signature, StringComparer.Ordinal);

    internal static byte[] Break(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 1; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Junk[random.Next(Junk.Length)]));
                    break;
                case 4:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at));
                    break;
                default:
                    bytes[at] = (byte)random.Next(0x20, 0x7F);
                    break;
            }
        }

        return [.. bytes];
    }

    // One to three values anywhere in the tree become others. The text is put together here, because some of them
    // cannot be held by a JsonNode.
    internal static byte[] Misshape(JsonObject body, Random random)
    {
        var replaced = new List<string>();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var (parent, name) = Pick(body, random);
            if (random.Next(5) == 0)
                parent.Remove(name);
            else
            {
                parent[name] = $"@{replaced.Count}@";
                replaced.Add(Junk[random.Next(Junk.Length)]);
            }
        }

        var json = body.ToJsonString();
        for (var i = 0; i < replaced.Count; i++)
            json = json.Replace($"\"@{i}@\"", replaced[i], StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(json);
    }

    private static (JsonObject Parent, string Name) Pick(JsonObject from, Random random)
    {
        var (name, value) = from.ElementAt(random.Next(from.Count));
        return value is JsonObject { Count: > 0 } inner && random.Next(10) > 0 ? Pick(inner, random) : (from, name);
    }
}
