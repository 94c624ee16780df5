package org.guildhall.intake.staging;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.cleaning.PurchaseRow;
import org.jspecify.annotations.Nullable;

/** Purchase rows, an absent text as the empty one (no clean text is empty). */
public final class PurchaseCodec implements Codec<PurchaseRow> {

    private final BuyerText buyers;

    /** A codec for a file whose buyers are usually named by this field. */
    public PurchaseCodec(ImportField usual) {
        this.buyers = new BuyerText(usual);
    }

    @Override
    public void write(DataOutput out, PurchaseRow fact) throws IOException {
        out.writeLong(fact.row());
        out.writeUTF(buyers.written(fact.buyer()));
        text(out, fact.number());
        out.writeLong(fact.atSecond());
        text(out, fact.store());
        text(out, fact.product());
        text(out, fact.category());
        out.writeLong(fact.quantityMilli());
        out.writeLong(fact.minor());
        out.writeUTF(fact.currency());
        text(out, fact.payment());
        text(out, fact.returnOf());
    }

    @Override
    public PurchaseRow read(DataInput in) throws IOException {
        return new PurchaseRow(
                in.readLong(),
                buyers.read(in.readUTF()),
                text(in),
                in.readLong(),
                text(in),
                text(in),
                text(in),
                in.readLong(),
                in.readLong(),
                in.readUTF(),
                text(in),
                text(in));
    }

    private static void text(DataOutput out, @Nullable String text) throws IOException {
        out.writeUTF(text == null ? "" : text);
    }

    private static @Nullable String text(DataInput in) throws IOException {
        var text = in.readUTF();
        return text.isEmpty() ? null : text;
    }
}
