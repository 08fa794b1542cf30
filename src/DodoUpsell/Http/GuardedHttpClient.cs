namespace DodoUpsell.Http;

/// <summary>An <see cref="HttpClient"/> whose connection is guarded by a <see cref="SendOnceHandler"/>.</summary>
internal sealed class GuardedHttpClient(HttpMessageHandler connection) : HttpClient(new SendOnceHandler(connection));
