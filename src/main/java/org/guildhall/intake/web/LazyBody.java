package org.guildhall.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.guildhall.platform.Sheets;
import org.jspecify.annotations.Nullable;

/** A response body that becomes a download with its first byte, so that a refusal before it is still a problem. */
final class LazyBody extends OutputStream {

    private final HttpServletResponse response;
    private final Sheets.Format format;
    private final String disposition;
    private @Nullable OutputStream body;

    LazyBody(HttpServletResponse response, Sheets.Format format, String disposition) {
        this.response = response;
        this.format = format;
        this.disposition = disposition;
    }

    @Override
    public void write(int b) throws IOException {
        body().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        body().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        body().flush();
    }

    private OutputStream body() throws IOException {
        if (body == null) {
            response.setContentType(format.mediaType());
            response.setHeader(ImportsController.DISPOSITION, disposition);
            body = response.getOutputStream();
        }
        return body;
    }
}
