package org.guildhall.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.guildhall.intake.IntakeRefusal.UnreadableFile;
import org.guildhall.kernel.Refusal;

/** Finds the encoding of a text: by its byte order mark, else the first of UTF-8 and GB18030 in which every byte is valid. */
final class Encodings {

    private static final int BUFFER_BYTES = 1 << 16;

    private Encodings() {}

    /** Opens the same bytes again and again. */
    interface Opening {
        InputStream open() throws IOException;
    }

    static Charset of(Opening bytes) throws IOException {
        byte[] head;
        try (var in = bytes.open()) {
            head = in.readNBytes(3);
        }
        if (head.length == 0) {
            throw Refusal.of(new UnreadableFile("empty"));
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        if (fits(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        var chinese = Charset.forName("GB18030");
        if (fits(bytes, chinese)) {
            return chinese;
        }
        throw Refusal.of(new UnreadableFile("unknown-encoding"));
    }

    private static boolean fits(Opening opening, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(BUFFER_BYTES);
        var chars = CharBuffer.allocate(BUFFER_BYTES);
        try (var in = opening.open()) {
            boolean first = true;
            for (boolean end = false; !end; ) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(count, 0)).flip();
                if (decoder.decode(bytes, chars, end).isError()) {
                    return false;
                }
                if (first && hasControls(chars)) {
                    throw Refusal.of(new UnreadableFile("not-text"));
                }
                first = false;
                chars.clear();
                bytes.compact();
            }
            return true;
        }
    }

    private static boolean hasControls(CharBuffer chars) {
        for (int i = 0; i < chars.position(); i++) {
            char c = chars.get(i);
            if (c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != 0x1a) {
                return true;
            }
        }
        return false;
    }
}
