/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.html.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;

/** Exports layouts as one self-contained HTML page, with its style sheet and without scripts. */
public final class HtmlExporter implements Exporter {

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String title() {
        return "HTML";
    }

    @Override
    public void export(Layout layout, OutputStream out, Progress progress) throws IOException {
        var buffered = new BufferedOutputStream(out, 1 << 15);
        buffered.write("<!DOCTYPE html>\n".getBytes(StandardCharsets.US_ASCII));
        try (var blocks = layout.open()) {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(buffered, "UTF-8");
            new HtmlPage(xml, buffered, layout, progress).write(blocks);
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException io ? io : new IOException(e);
        }
        buffered.flush();
    }
}
