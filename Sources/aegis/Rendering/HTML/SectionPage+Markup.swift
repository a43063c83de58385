// Written by .ci/generate from the files in page/: change those.

extension SectionPage {
    static let head: StaticString = #"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-s6iFkQNRbyl6Wg8LNKgXsh1p2yvWitSAV8oe7gME65U='; script-src 'sha256-S9GKZ6AGhm/PX7BxQH/G2U5Q4deVSANQ2i6IctAI4LQ='; base-uri 'none'; form-action 'none'">
        <title>
        """#

    static let titleEnd: StaticString = #"""
        </title>
        <style>
        """#

    static let top: StaticString = #"""
        </style>
        </head>
        <body>
        <a class="skip" href="#list">Skip to the list</a>
        <header class="top">
        <div class="brand"><span class="mark" aria-hidden="true"></span><div>

        """#

    static let body: StaticString = #"""
        </div></div>
        <div class="theme"><label for="theme">Theme</label>
        <select id="theme"><option value="">System</option><option value="light">Light</option>
        <option value="dark">Dark</option></select></div>
        </header>
        <main id="main">

        """#

    static let middle: StaticString = #"""
        </main>
        <footer>This page is complete in itself: it loads nothing and sends nothing.</footer>
        <script>
        """#

    static let end: StaticString = #"""
        </script>
        </body>
        </html>

        """#
}
