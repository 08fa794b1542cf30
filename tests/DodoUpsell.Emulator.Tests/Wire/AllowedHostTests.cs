namespace DodoUpsell.Emulator.Tests.Wire;

public sealed class AllowedHostTests
{
    [Fact]
    public async Task A_name_that_was_allowed_is_answered_and_so_is_that_of_the_hosted_pages()
    {
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                AllowedHosts = ["host.docker.internal"],
                HostedPageAddress = new Uri("https://pay.example/"),
            }
        );
        await using var server = await emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );

        foreach (var host in new[] { "host.docker.internal:4010", "HOST.docker.internal", "pay.example" })
            Assert.NotNull((await Clock(server, host)).Ok.Text("now"));

        (await Clock(server, "docker.internal")).IsError(403, "FORBIDDEN");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("http://shop.example")]
    [InlineData("shop.example:4010")]
    [InlineData("")]
    public void What_is_no_host_name_cannot_be_allowed(string host) =>
        Assert.Throws<ArgumentException>(() => new DodoEmulatorOptions { AllowedHosts = [host] });

    private static async Task<Answer> Clock(DodoEmulatorServer server, string host)
    {
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);
        api.Http.DefaultRequestHeaders.Host = host;
        return await api.Get("_emulator/clock");
    }
}
