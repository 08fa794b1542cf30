using System.Diagnostics;
using System.Reflection;

namespace DodoUpsell.TestKit;

/// <summary>The running program, to start it again as another process.</summary>
public static class ThisProgram
{
    /// <summary>Returns how to start it with the given arguments.</summary>
    public static ProcessStartInfo With(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Assembly.GetEntryAssembly()!.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }
}
