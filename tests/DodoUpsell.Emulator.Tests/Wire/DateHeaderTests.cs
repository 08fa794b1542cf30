namespace DodoUpsell.Emulator.Tests.Wire;

public sealed class DateHeaderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_process_there_is_no_date_unless_a_clock_is_given()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);
        Assert.Null(await Date(api));

        emulator.DateHeaderClock = emulator.Clock;
        emulator.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 16, 0, 0, TimeSpan.Zero), await Date(api));

        var given = new DodoEmulator(new DodoEmulatorOptions { DateHeaderClock = emulator.Clock });
        using var other = new ApiCaller(given);
        emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new DateTimeOffset(2026, 1, 15, 17, 0, 0, TimeSpan.Zero), await Date(other));
        Assert.Equal(DodoEmulatorOptions.DefaultStartTime, given.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_server_sends_real_time_unless_a_clock_is_given()
    {
        var emulator = new DodoEmulator();
        await using var server = await emulator.StartServerAsync(cancellationToken: Cancellation);
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);
        Assert.InRange(
            (await Date(api))!.Value,
            TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(1),
            TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1)
        );

        emulator.DateHeaderClock = emulator.Clock;
        Assert.Equal(DodoEmulatorOptions.DefaultStartTime, await Date(api));
    }

    [Fact]
    public async Task A_held_back_answer_is_dated_when_it_is_sent()
    {
        var emulator = new DodoEmulator();
        emulator.DateHeaderClock = emulator.Clock;
        emulator.AddFault(new EmulatedFault(EmulatedFaultKind.Delay) { Delay = TimeSpan.FromMinutes(3), Times = 1 });
        using var api = new ApiCaller(emulator);

        var date = Date(api);
        emulator.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(DodoEmulatorOptions.DefaultStartTime.AddMinutes(3), await date);
    }

    private static async Task<DateTimeOffset?> Date(ApiCaller api)
    {
        using var answer = await api.Http.GetAsync(new Uri("products", UriKind.Relative), Cancellation);
        return answer.Headers.Date;
    }
}
