using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.TestKit;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks;

/// <summary>
/// What the npm packages <c>standardwebhooks</c> and <c>svix</c> sign we accept, and the other way round.
/// </summary>
public sealed class OtherLibrariesTests(ITestOutputHelper output)
{
    private const int Messages = 200;

    private static readonly string[] Libraries = ["standardwebhooks", "svix"];

    [Fact]
    public async Task What_they_sign_is_accepted_and_with_another_secret_refused()
    {
        var messages = RandomMessages(seed: 1);
        var answers = await AskAsync(
            messages.Select(message =>
                message.Question(
                    new JsonObject
                    {
                        ["sign"] = new JsonObject { ["id"] = message.Id, ["timestamp"] = message.Timestamp },
                    }
                )
            )
        );

        foreach (var (message, answer) in messages.Zip(answers))
        {
            var headers = new WebhookHeaders(
                message.Id,
                message.Timestamp.ToString(CultureInfo.InvariantCulture),
                answer["signature"]!.GetValue<string>()
            );
            Assert.Equal(
                WebhookRefusalReason.None,
                new Delivery(headers, message.Bytes).Ask(new DodoWebhookVerifier(message.Secret, message.Clock))
            );
            Assert.Equal(
                WebhookRefusalReason.SignatureMismatch,
                new Delivery(headers, message.Bytes).Ask(new DodoWebhookVerifier(Delivery.Secret, message.Clock))
            );
        }

        output.WriteLine($"{messages.Count} messages signed by {string.Join(" and ", Libraries)} were accepted");
    }

    [Fact]
    public async Task What_we_sign_they_accept_also_with_two_secrets_and_a_changed_body_they_refuse()
    {
        var messages = RandomMessages(seed: 2);
        var signed = messages
            .Select(
                (message, number) =>
                {
                    var signer =
                        number % 2 == 0
                            ? new DodoWebhookSigner(message.Secret)
                            : new DodoWebhookSigner(Delivery.Secret, message.Secret);
                    var headers = signer.Sign(
                        message.Id,
                        DateTimeOffset.FromUnixTimeSeconds(message.Timestamp),
                        message.Bytes
                    );
                    return (
                        Message: number % 5 == 4 ? message with { Body = message.Body + " " } : message,
                        Headers: headers
                    );
                }
            )
            .ToList();

        var answers = await AskAsync(
            signed.Select(pair =>
                pair.Message.Question(
                    new JsonObject
                    {
                        ["verify"] = new JsonObject
                        {
                            [WebhookHeaders.IdName] = pair.Headers.Id,
                            [WebhookHeaders.TimestampName] = pair.Headers.Timestamp,
                            [WebhookHeaders.SignatureName] = pair.Headers.Signature,
                        },
                    }
                )
            )
        );

        Assert.Equal(
            Enumerable.Range(0, messages.Count).Select(number => number % 5 != 4),
            answers.Select(answer => answer["genuine"]!.GetValue<bool>())
        );
        output.WriteLine(
            $"{messages.Count * 4 / 5} messages of ours were accepted by {string.Join(" and ", Libraries)}, "
                + $"{messages.Count / 5} changed ones refused"
        );
    }

    private static async Task<IReadOnlyList<JsonNode>> AskAsync(IEnumerable<JsonObject> questions)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var node = NodeScript.Start("The npm packages standardwebhooks and svix", "webhooks.mjs", "svix");
        var errors = node.StandardError.ReadToEndAsync(cancellation);
        var output = node.StandardOutput.ReadToEndAsync(cancellation);
        foreach (var question in questions)
            await node.StandardInput.WriteLineAsync(question.ToJsonString().AsMemory(), cancellation);
        node.StandardInput.Close();
        var answers = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync(cancellation);
        Assert.True(node.ExitCode == 0, await errors);
        return [.. answers.Select(answer => JsonNode.Parse(answer)!)];
    }

    private static List<Message> RandomMessages(int seed)
    {
        const string Letters = """abc XYZ 0189 äößé 漢字 😀 \ " / {} [] .,: ' < > & + =""";
        var random = new Random(seed);
        var runes = Letters.EnumerateRunes().ToArray();
        return
        [
            .. Enumerable
                .Range(0, Messages)
                .Select(number =>
                {
                    var text = string.Concat(
                        Enumerable
                            .Range(0, random.Next(0, number % 10 == 0 ? 20_000 : 400))
                            .Select(_ => runes[random.Next(runes.Length)])
                    );
                    var body = new JsonObject { ["number"] = number, ["text"] = text }.ToJsonString(
                        number % 2 == 0
                            ? null
                            : new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
                    );
                    var secret = Convert.ToBase64String([
                        .. Enumerable.Range(0, random.Next(24, 65)).Select(_ => (byte)random.Next(256)),
                    ]);
                    var timestamp = random.NextInt64(1_600_000_000, 4_000_000_000);
                    return new Message(
                        Libraries[number % 2],
                        number % 3 == 0 ? secret : "whsec_" + secret,
                        $"msg_{random.NextInt64():x}",
                        timestamp,
                        timestamp + random.Next(-300, 301),
                        body
                    );
                }),
        ];
    }

    private sealed record Message(string Library, string Secret, string Id, long Timestamp, long Now, string Body)
    {
        public byte[] Bytes => Encoding.UTF8.GetBytes(Body);

        public ManualTimeProvider Clock => new(DateTimeOffset.FromUnixTimeSeconds(Now));

        public JsonObject Question(JsonObject what)
        {
            what["library"] = Library;
            what["now"] = Now;
            what["secret"] = Secret;
            what["body"] = Body;
            return what;
        }
    }
}
