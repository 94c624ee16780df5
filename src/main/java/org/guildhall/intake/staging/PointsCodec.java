package org.guildhall.intake.staging;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.cleaning.PointsRow;

/** Rows of a history of points. */
public final class PointsCodec implements Codec<PointsRow> {

    private final BuyerText buyers;

    /** A codec for a file whose members are usually named by this field. */
    public PointsCodec(ImportField usual) {
        this.buyers = new BuyerText(usual);
    }

    @Override
    public void write(DataOutput out, PointsRow fact) throws IOException {
        out.writeLong(fact.row());
        out.writeUTF(buyers.written(fact.buyer()));
        out.writeLong(fact.atSecond());
        out.writeLong(fact.earned());
        out.writeLong(fact.redeemed());
        out.writeLong(fact.expired());
    }

    @Override
    public PointsRow read(DataInput in) throws IOException {
        return new PointsRow(
                in.readLong(), buyers.read(in.readUTF()), in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }
}
