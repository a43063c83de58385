// Written by .ci/generate from the files in page/: change those.

extension ReportPage {
    static let head: StaticString = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-jz1Nt4sD6q9t9gRAeBwR075UAKojF0Ln+tv4D48wC3E='; script-src 'sha256-LbDcMRTdfUqYwX6MF/YLkIl3XcOHcoRGDh6olTRELvA='; base-uri 'none'; form-action 'none'">
        <title>aegis report</title>
        <style>
        """#

    static let body: StaticString = #"""
        </style>
        </head>
        <body>
        <a class="skip" href="#incidents">Skip to the incidents</a>
        <header class="top">
        <div class="brand"><span class="mark" aria-hidden="true"></span><div><h1>aegis</h1>
        <p id="origin"></p></div></div>
        <div class="theme"><label for="theme">Theme</label>
        <select id="theme"><option value="">System</option><option value="light">Light</option>
        <option value="dark">Dark</option></select></div>
        </header>
        <main id="main">
        <noscript><p class="notice">This page draws its report with JavaScript, which is turned off. The
        data is in the page's source, in the element "data".</p></noscript>
        <div id="verdict"></div>
        <section aria-labelledby="severities-heading">
        <h2 id="severities-heading" class="quiet">Incidents by severity</h2>
        <div id="tiles" class="tiles"></div>
        </section>
        <div class="columns">
        <section class="panel" aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">Timeline</h2>
        <p class="hint">Since when incidents last, and when events were last seen. Newer to the right; the
        older, the closer together.</p>
        <div id="timeline"></div>
        <details id="events"><summary></summary><div></div></details>
        </section>
        <section class="panel" aria-labelledby="heatmap-heading">
        <h2 id="heatmap-heading">Namespaces</h2>
        <p class="hint">Choose a number to see these incidents.</p>
        <div id="heatmap"></div>
        </section>
        </div>
        <section aria-labelledby="incidents-heading">
        <h2 id="incidents-heading">Incidents</h2>
        <form id="filters" class="filters" role="search" aria-label="Filter the incidents"></form>
        <output id="count" class="count" aria-live="polite" for="filters"></output>
        <ol id="incidents" class="incidents" tabindex="-1" aria-label="Incidents"></ol>
        <div id="more"></div>
        </section>
        <section class="panel" aria-labelledby="coverage-heading">
        <h2 id="coverage-heading">What was read</h2>
        <div id="coverage"></div>
        </section>
        </main>
        <footer id="foot"></footer>
        <script type="application/json" id="data">
        """#

    static let middle: StaticString = #"""
        </script>
        <script>
        """#

    static let end: StaticString = #"""
        </script>
        </body>
        </html>

        """#
}
