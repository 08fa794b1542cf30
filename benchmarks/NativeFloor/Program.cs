using System.Net.Http.Headers;
using NativeFloor;

if (args is not [var address])
{
    await Console.Error.WriteLineAsync("Pass the URL of an emulator: NativeFloor http://127.0.0.1:5000");
    return 2;
}

using var http = new HttpClient(
    new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    }
)
{
    BaseAddress = new Uri(address),
    Timeout = TimeSpan.FromSeconds(30),
};
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "emulator");
return await Flow.RunAsync(new ApiClient(http)) ? 0 : 1;
