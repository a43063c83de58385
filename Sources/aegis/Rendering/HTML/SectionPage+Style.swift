// Written by .ci/generate from the files in page/: change those.

extension SectionPage {
    static let style: StaticString = #"""

        :root {
          color-scheme: light dark;
          --page: light-dark(#f5f6f8, #0f1319);
          --card: light-dark(#ffffff, #171c24);
          --sunken: light-dark(#f0f2f5, #10151c);
          --line: light-dark(#dde1e7, #2a313c);
          --text: light-dark(#1b222c, #e6eaf0);
          --muted: light-dark(#556070, #9aa6b6);
          --accent: light-dark(#2f5bd0, #8fb0ff);
          --critical: light-dark(#b3123f, #ff7d9c);
          --high: light-dark(#b8480b, #ff9f5a);
          --medium: light-dark(#836200, #e8c34a);
          --low: light-dark(#52637a, #9db0c8);
          --resolved: light-dark(#1b7a46, #5fd196);
          --mono: ui-monospace, "SFMono-Regular", "Cascadia Mono", Menlo, Consolas, monospace;
          --shadow: 0 1px 2px light-dark(rgb(16 24 40 / .06), rgb(0 0 0 / .4));
        }
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"] { color-scheme: dark; }
        * { box-sizing: border-box; }
        body {
          margin: 0; background: var(--page); color: var(--text);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
          -webkit-text-size-adjust: 100%;
        }
        h1, h2, h3, h4, p { margin: 0; }
        h1 { font-size: 1.15rem; letter-spacing: .01em; }
        h2 { font-size: 1.05rem; margin-bottom: .25rem; }
        h2.quiet {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
        }
        code, pre { font-family: var(--mono); font-size: .86em; }
        a { color: var(--accent); }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
        .skip { position: absolute; left: -999px; }
        .skip:focus { left: 1rem; top: .5rem; z-index: 5; background: var(--card); padding: .4rem .8rem; }
        .hint { color: var(--muted); font-size: .85rem; }

        .top {
          display: flex; justify-content: space-between; align-items: center; gap: 1rem;
          padding: .8rem max(1rem, calc((100vw - 1180px) / 2 + 1rem)); background: var(--card);
          border-bottom: 1px solid var(--line);
        }
        .brand { display: flex; align-items: center; gap: .75rem; min-width: 0; }
        .brand p { color: var(--muted); font-size: .85rem; overflow-wrap: anywhere; }
        .mark {
          flex: none; width: 26px; height: 30px; background: var(--accent);
          clip-path: polygon(50% 0, 100% 16%, 100% 55%, 50% 100%, 0 55%, 0 16%);
        }
        .theme { display: flex; align-items: center; gap: .4rem; flex: none; }
        .theme label, .filters label > span { color: var(--muted); font-size: .78rem; }
        main, footer { max-width: 1180px; margin: 0 auto; padding: 0 1rem; }
        main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.1rem; padding-top: 1.1rem; }
        footer { color: var(--muted); font-size: .82rem; padding-block: 1.5rem; }

        select, input[type="search"], button {
          font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line);
          border-radius: 7px; padding: .38rem .6rem; min-height: 36px; max-width: 100%;
        }
        button { cursor: pointer; }
        button:hover, select:hover, summary:hover { border-color: var(--accent); }

        .panel, .notice, .verdict {
          background: var(--card); border: 1px solid var(--line); border-radius: 10px;
          padding: 1rem 1.1rem; box-shadow: var(--shadow); min-width: 0;
        }
        .verdict { border-left: 5px solid var(--state); display: grid; gap: .35rem; }
        .verdict strong { font-size: 1.15rem; }
        .verdict ul { margin: .2rem 0 0; padding-left: 1.2rem; }
        .tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: .8rem; }
        .tile {
          text-align: left; border-radius: 10px; padding: .7rem 1rem; border-top: 4px solid var(--sev);
          box-shadow: var(--shadow); display: grid; line-height: 1.25;
        }
        .tile b { font-size: 1.7rem; font-variant-numeric: tabular-nums; color: var(--sev); }
        .tile span { text-transform: capitalize; color: var(--muted); }
        .tile[aria-pressed="true"] { background: color-mix(in oklab, var(--sev) 14%, var(--card)); }
        .columns {
          display: grid; gap: 1.1rem; align-items: start;
          grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        }
        [data-severity="critical"] { --sev: var(--critical); }
        [data-severity="high"] { --sev: var(--high); }
        [data-severity="medium"] { --sev: var(--medium); }
        [data-severity="low"] { --sev: var(--low); }
        [data-severity="resolved"] { --sev: var(--resolved); }
        [data-severity="events"] { --sev: var(--accent); }

        .tablebox { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .88rem; }
        th { text-align: left; font-weight: 600; color: var(--muted); }
        th, td { padding: .32rem .5rem; vertical-align: top; }
        tbody tr + tr > * { border-top: 1px solid var(--line); }
        td code, td { overflow-wrap: anywhere; }
        .heat th[scope="row"] { font-weight: 500; color: var(--text); overflow-wrap: anywhere; }
        .heat th[scope="col"] { text-align: center; text-transform: capitalize; }
        .heat td { padding: 2px; text-align: center; width: 4.4rem; color: var(--muted); }
        .heat td, .heat th[scope="row"] { vertical-align: middle; }
        .heat td button {
          width: 100%; min-height: 32px; padding: 0; border-color: transparent; border-radius: 5px;
          font-variant-numeric: tabular-nums; font-weight: 600; color: var(--text);
          background: color-mix(in oklab, var(--sev) calc(var(--heat) * 1%), var(--card));
        }
        .heat td button:hover { border-color: var(--sev); }
        #heatmap > button { margin-top: .6rem; }
        #timeline svg { display: block; width: 100%; height: auto; margin: .4rem 0; }
        #timeline text { fill: var(--muted); font-size: 11px; }
        #timeline line { stroke: var(--line); }
        #timeline circle { fill: var(--sev); fill-opacity: .8; stroke: var(--card); }
        #events summary { cursor: pointer; color: var(--accent); font-size: .9rem; }

        .filters {
          position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .6rem;
          align-items: end; background: var(--page); padding: .5rem 0;
        }
        .filters label { display: grid; gap: .1rem; min-width: 0; }
        .filters label.wide { flex: 1 1 12rem; }
        .filters select { max-width: 10rem; }
        .filters input { width: 100%; }
        .count { display: block; color: var(--muted); font-size: .88rem; padding-bottom: .4rem; }
        .none { padding: 2rem 1rem; text-align: center; color: var(--muted); }
        @media (max-width: 760px) {
          .columns { grid-template-columns: minmax(0, 1fr); }
          .tiles { grid-template-columns: repeat(2, 1fr); gap: .6rem; }
          .filters { position: static; }
          .filters label { flex: 1 1 9rem; }
          .filters select { max-width: none; width: 100%; }
          .theme label { display: none; }
          .heat td { width: 3.2rem; }
          .heat th[scope="col"] { font-size: .78rem; padding-inline: .2rem; }
        }
        @media print {
          .top .theme, .filters, #more, .copy { display: none; }
          .incident { content-visibility: visible !important; break-inside: avoid; }
        }

        #list { display: grid; gap: 1.1rem; grid-template-columns: minmax(0, 1fr); }
        #list > section { content-visibility: auto; contain-intrinsic-size: auto 26rem; }
        #list > section[hidden], .filters[hidden] { display: none; }
        #list h2 { display: flex; flex-wrap: wrap; gap: .15rem .6rem; align-items: baseline;
          overflow-wrap: anywhere; }
        .notice { border-left: 5px solid var(--medium); }
        .notice ul { margin: .2rem 0 0; padding-left: 1.2rem; }
        .badge {
          font-size: .74rem; font-weight: 600; text-transform: uppercase; letter-spacing: .03em;
          color: var(--sev, var(--muted)); border: 1px solid currentColor; border-radius: 99px;
          padding: 0 .5rem; white-space: nowrap;
        }
        [data-state="passed"], [data-state="over-provisioned"] { --sev: var(--resolved); }
        [data-state="failed"] { --sev: var(--critical); }
        [data-state="under-provisioned"] { --sev: var(--high); }
        [data-state="inconclusive"], [data-state="held"] { --sev: var(--medium); }
        [data-state="fitting"], [data-state="skipped"] { --sev: var(--low); }
        dl { margin: .6rem 0; }
        dl div { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .5rem; padding: .12rem 0; }
        dt { color: var(--muted); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .guard dd { color: var(--medium); }
        .plots {
          display: grid; gap: .8rem; grid-template-columns: repeat(auto-fit, minmax(min(330px, 100%), 1fr));
        }
        figure { margin: 0; }
        figcaption { font-size: .82rem; color: var(--muted); }
        /* Each level's name is underlined as its line is drawn. */
        .key { border-bottom: 2px solid var(--accent); }
        .key.now { border-bottom: 2px dashed var(--medium); }
        .key.then { border-bottom-color: var(--resolved); }
        .key.limit { border-bottom: 2px dotted var(--critical); }
        .plots svg { width: 100%; height: auto; display: block; }
        .plots text { fill: var(--muted); font-size: 10px; }
        .axis { stroke: var(--line); }
        polyline.use { fill: none; stroke: var(--accent); stroke-width: 1.4; }
        line.now { stroke: var(--medium); stroke-dasharray: 5 4; }
        line.then { stroke: var(--resolved); }
        line.limit { stroke: var(--critical); stroke-dasharray: 2 3; }
        .checks td:first-child { width: 8rem; }
        .checks td:nth-child(2) { overflow-wrap: break-word; }
        .checks ul { margin: .2rem 0 0; padding-left: 1.1rem; color: var(--muted); }
        pre {
          overflow-x: auto; background: var(--sunken); border: 1px solid var(--line); border-radius: 7px;
          padding: .5rem .7rem; margin: .8rem 0 0;
        }
        @media (max-width: 560px) {
          dl div { grid-template-columns: minmax(0, 1fr); gap: 0; }
          .checks td:first-child { width: auto; }
        }

        """#
}
