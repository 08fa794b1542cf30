using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Http;

/// <summary>Extensions of the transport for operations with JSON requests and responses.</summary>
internal static class JsonCalls
{
    public static Task<TResult> SendAsync<TResult>(
        this Transport transport,
        Operation operation,
        string path,
        ReadJson<TResult> read,
        CancellationToken cancellationToken
    )
        where TResult : class =>
        transport.SendAsync<TResult, ReadJson<TResult>>(
            new Call(operation, path),
            JsonBody.Decode,
            read,
            cancellationToken
        );

    public static Task<TResult> SendAsync<TBody, TResult>(
        this Transport transport,
        Operation operation,
        string path,
        TBody body,
        WriteJson<TBody> writeMembers,
        ReadJson<TResult> read,
        CancellationToken cancellationToken
    )
        where TResult : class =>
        transport.SendAsync<TResult, ReadJson<TResult>>(
            new Call(operation, path, ModelJson.ToUtf8Bytes(body, writeMembers)),
            JsonBody.Decode,
            read,
            cancellationToken
        );

    public static Task<TResult> SendOrEmptyAsync<TBody, TResult>(
        this Transport transport,
        Operation operation,
        string path,
        TBody body,
        WriteJson<TBody> writeMembers,
        ReadJson<TResult> read,
        CancellationToken cancellationToken
    )
        where TResult : class, new() =>
        transport.SendAsync<TResult, ReadJson<TResult>>(
            new Call(operation, path, ModelJson.ToUtf8Bytes(body, writeMembers)),
            JsonBody.DecodeOrEmpty,
            read,
            cancellationToken
        );

    public static Task SendAsync(
        this Transport transport,
        Operation operation,
        string path,
        CancellationToken cancellationToken
    ) => transport.SendAsync<object?, object?>(new Call(operation, path), JsonBody.Ignore, null, cancellationToken);

    /// <summary>Sends a call with the caller's own serializer metadata.</summary>
    public static Task<TResult> SendAsAsync<TResult>(
        this Transport transport,
        Operation operation,
        string path,
        byte[]? body,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken
    ) =>
        transport.SendAsync<TResult, JsonTypeInfo<TResult>>(
            new Call(operation, path, body),
            JsonBody.DecodeAs,
            resultType,
            cancellationToken
        );
}
