using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.AspNetCore.Withdrawals;

/// <summary>The style of the withdrawal pages. It is part of the page, and the content security policy has its hash.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1c2127;--soft:#5a6470;--paper:#fff;--ground:#f4f5f7;--line:#d5dae0;
        --accent:#2b59c3;--on-accent:#fff;--bad:#a3182b}
        @media (prefers-color-scheme:dark){:root{--ink:#e9ecef;--soft:#a9b2bc;--paper:#1c2026;--ground:#121519;
        --line:#3a424c;--accent:#8fb0ff;--on-accent:#10141a;--bad:#ff9aa8}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        main{max-width:40rem;margin:0 auto;padding:2.5rem 1rem 4rem}
        h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}
        h2{font-size:1.1rem;margin:0 0 .5rem;overflow-wrap:anywhere}
        p{margin:0 0 1rem}
        section,form.card{background:var(--paper);border:1px solid var(--line);border-radius:10px;padding:1.25rem;
        margin:0 0 1rem}
        dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.35rem 1rem;margin:0 0 1rem}
        dt{color:var(--soft)}
        dd{margin:0;overflow-wrap:anywhere}
        label{display:block;margin:0 0 1rem;font-weight:600}
        input{display:block;width:100%;margin-top:.35rem;padding:.65rem .75rem;font:inherit;color:inherit;
        background:var(--ground);border:1px solid var(--soft);border-radius:10px}
        button,a.button{display:inline-block;padding:.7rem 1.25rem;font:inherit;font-weight:600;color:var(--on-accent);
        background:var(--accent);border:1px solid var(--accent);border-radius:10px;text-decoration:none;cursor:pointer}
        a{color:var(--accent)}
        a.plain{display:inline-block;padding:.7rem .5rem}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;font:inherit}
        .error{color:var(--bad);font-weight:600}
        @media (max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}button,a.button{width:100%;text-align:center}}
        """;

    /// <summary>Gets the source of styles for the content security policy.</summary>
    public static string Source { get; } =
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";
}
