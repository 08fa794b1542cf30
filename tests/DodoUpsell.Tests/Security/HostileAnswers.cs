using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DodoUpsell.Tests.Webhooks;

namespace DodoUpsell.Tests.Security;

/// <summary>Answers of a server that breaks what it says and quotes what it was told; seeded.</summary>
internal static class HostileAnswers
{
    // Ids and links are kept on purpose, so that a canary in one of them would prove nothing.
    private static readonly string[] Personal =
    [
        "email",
        "name",
        "phone_number",
        "error_code",
        "error_message",
        "description",
        "last4_digits",
        "card_number",
        "client_secret",
        "street",
        "city",
        "zipcode",
        "state",
        "reason",
        "tax_id",
        "note",
        "detail",
        "status",
    ];

    private static readonly string[] EventTypes = [.. EventSamples.Types];

    public static HttpResponseMessage Next(Random random, HttpRequestMessage request)
    {
        var canary = Canary(random);
        switch (random.Next(12))
        {
            case 0:
                throw new HttpRequestException($"No way to {request}", new IOException($"{request.Headers} {canary}"));
            case 1:
                throw new IOException($"Broken: {canary}", new AggregateException(new InvalidDataException(canary)));
            case 2:
                return Answer(random, Status(random), Error(canary, "m"));
            case 3:
                return Answer(random, Status(random), Error("NOT_FOUND", $"About {canary} and so on"));
            case 4:
                return Answer(
                    random,
                    Status(random),
                    $"<html>{new string(' ', random.Next(3000))}{canary}</html>",
                    "text/html"
                );
            case 5:
                return Answer(random, HttpStatusCode.OK, "");
            case 6:
                return Answer(random, HttpStatusCode.OK, $"\"{canary}");
        }

        var sample = EventSamples.Of(EventTypes[random.Next(EventTypes.Length)], unknownMembers: true)["data"]!
            .DeepClone()
            .AsObject();
        if (random.Next(2) == 0)
            return Answer(
                random,
                HttpStatusCode.OK,
                Insert(HostileInputTests.Break(sample.Utf8(), random), canary, random)
            );
        Poison(sample, random);
        var body =
            random.Next(3) == 0
                ? new JsonObject { ["items"] = new JsonArray(sample, new JsonObject()), ["detail"] = canary }
                : sample;
        return Answer(random, Status(random), HostileInputTests.Misshape(body, random));
    }

    public static byte[] NextDelivery(Random random)
    {
        var body = EventSamples.Of(EventTypes[random.Next(EventTypes.Length)], unknownMembers: true);
        Poison(body, random);

        // Half an address without its sign is none that anybody could recognise.
        if (random.Next(3) == 0)
            return HostileInputTests.Break(body.Utf8(), random);
        if (random.Next(4) == 0)
            body["type"] = CanaryOfOptions(random);
        return random.Next(2) == 0 ? body.Utf8() : HostileInputTests.Misshape(body, random);
    }

    public static string Canary(Random random) => Canaries.Shapes[random.Next(Canaries.Shapes.Count)];

    /// <summary>One for places where the headers of a call are not known.</summary>
    public static string CanaryOfOptions(Random random) =>
        Canaries.ShapesWithoutHeader[random.Next(Canaries.ShapesWithoutHeader.Count)];

    /// <summary>Puts canaries wherever a customer's data or a processor's words stand.</summary>
    public static void Poison(JsonNode? node, Random random, bool statuses = true)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Poison(item, random, statuses);
        if (node is not JsonObject members)
            return;
        foreach (var (name, value) in members.ToList())
        {
            if (
                Personal.Contains(name, StringComparer.Ordinal)
                && value is not (JsonObject or JsonArray)
                && (name != "status" || (statuses && random.Next(4) == 0))
            )
                members[name] = Canary(random);
            else if (name == "metadata" && value is JsonObject pairs)
                pairs["note"] = Canary(random);
            else
                Poison(value, random, statuses);
        }
    }

    // Whole: half an address without its sign is none that anybody could recognise.
    private static byte[] Insert(byte[] bytes, string canary, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        return [.. bytes.AsSpan(0, at), .. Encoding.UTF8.GetBytes($"\"{canary}\""), .. bytes.AsSpan(at)];
    }

    private static HttpStatusCode Status(Random random) =>
        (HttpStatusCode)(random.Next(4) == 0 ? 200 : random.Next(200, 600));

    private static string Error(string code, string message) => JsonSerializer.Serialize(new { code, message });

    private static HttpResponseMessage Answer(
        Random random,
        HttpStatusCode status,
        string body,
        string mediaType = "application/json"
    ) => Answer(random, status, Encoding.UTF8.GetBytes(body), mediaType);

    private static HttpResponseMessage Answer(
        Random random,
        HttpStatusCode status,
        byte[] body,
        string mediaType = "application/json"
    )
    {
        var answer = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
        answer.Content.Headers.TryAddWithoutValidation(
            "Content-Type",
            random.Next(6) == 0 ? $"text/{Canaries.ApiKey}" : mediaType
        );
        if (random.Next(4) == 0)
            answer.Headers.TryAddWithoutValidation("Retry-After", random.Next(2) == 0 ? Canary(random) : "0");
        if (random.Next(4) == 0)
            answer.Headers.TryAddWithoutValidation("Date", Canary(random));
        if (random.Next(6) == 0)
            answer.Headers.TryAddWithoutValidation("X-RateLimit-Reset", "99999999999999999999");
        return answer;
    }
}
