namespace DodoUpsell.Emulator.Wire;

/// <summary>Ends the handling of a request with an error response.</summary>
internal sealed class ApiException : Exception
{
    public ApiException(int status, string code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    public int Status { get; }

    public string Code { get; }

    public static ApiException NotFound(string what) => new(404, ErrorCodes.NotFound, $"{what} was not found");

    public static ApiException Unprocessable(string code, string message) => new(422, code, message);

    public static ApiException InvalidBody(string message) => new(422, ErrorCodes.InvalidRequestBody, message);

    public static ApiException InvalidParameters(string message) =>
        new(422, ErrorCodes.InvalidRequestParameters, message);
}
