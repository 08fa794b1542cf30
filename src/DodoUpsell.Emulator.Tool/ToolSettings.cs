namespace DodoUpsell.Emulator.Tool;

/// <summary>What the command line asks for.</summary>
internal sealed record ToolSettings(int Port, bool TellsWebhookSecret, DodoEmulatorOptions Emulator);
