using System.Globalization;
using System.Text;

namespace DodoUpsell.Emulator.Payments;

/// <summary>Writes a minimal PDF: one page, one standard font, lines of text.</summary>
internal static class PdfDocument
{
    public static byte[] OnePage(IEnumerable<string> lines)
    {
        var text =
            $"BT /F1 12 Tf 60 780 Td 18 TL\n{string.Concat(lines.Select(line => $"({Escape(line)}) Tj T*\n"))}ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> "
                + "/Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
        ];

        var pdf = new StringBuilder("%PDF-1.4\n");
        var crossReference = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var index = 0; index < objects.Length; index++)
        {
            // Offsets count bytes. All text here is ASCII, so characters and bytes are the same.
            crossReference.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(crossReference);
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (character is '(' or ')' or '\\')
                escaped.Append('\\');
            escaped.Append(character is >= ' ' and <= '~' ? character : '?');
        }

        return escaped.ToString();
    }
}
