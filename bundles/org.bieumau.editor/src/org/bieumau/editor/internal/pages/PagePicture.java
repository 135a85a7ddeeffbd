/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.live.LiveFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.osgi.framework.FrameworkUtil;

/**
 * Small picture of the upper part of the first page that a text prints. It is drawn by the PDF exporter and kept in the
 * metadata of the workspace, so that each version of the program draws it once.
 *
 * @param file the file that the text would be in, which need not exist; its folder has the libraries that the text uses
 * @param text the text, whose first printable element is drawn
 * @param stamp what else the picture depends on, such as the text of a library
 */
public record PagePicture(Path file, String text, String stamp) {

    /** Width and greatest height of the picture in pixels: twice the size at which it is shown. */
    public static final int SIZE = 300;

    /**
     * Returns the picture, from the metadata if it is there. Takes up to some seconds.
     *
     * @return the picture; empty if the text prints nothing
     * @throws IOException if the page cannot be drawn
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public Optional<ImageData> draw(BooleanSupplier cancelled) throws IOException {
        var kept = folder().resolve(key() + ".png");
        if (Files.exists(kept)) {
            try {
                return Optional.of(new ImageData(kept.toString()));
            } catch (SWTException damaged) {
                // It is drawn again.
            }
        }
        var drawn = drawPage(cancelled);
        if (drawn.isPresent()) {
            Files.createDirectories(folder());
            var loader = new ImageLoader();
            loader.data = new ImageData[] {drawn.get()};
            try {
                loader.save(kept.toString(), SWT.IMAGE_PNG);
            } catch (SWTException e) {
                throw new IOException(e);
            }
        }
        return drawn;
    }

    private Optional<ImageData> drawPage(BooleanSupplier cancelled) throws IOException {
        Pages pages;
        try {
            pages = new LiveFile(file, text, List.of(), Registry.installed()).read(resource -> {
                try {
                    return Pages.of(resource, null, cancelled);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (pages.pdf() == null) {
            return Optional.empty();
        }
        try (var images = new PageImages(pages.pdf())) {
            return Optional.of(images.drawTop(0, SIZE));
        }
    }

    private static Path folder() {
        return Platform.getStateLocation(FrameworkUtil.getBundle(PagePicture.class))
                .append("pictures")
                .toPath();
    }

    private String key() {
        var version = FrameworkUtil.getBundle(PagePicture.class).getVersion();
        var content = String.join("\n", version.toString(), Integer.toString(SIZE), stamp, text);
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)),
                            0,
                            16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
