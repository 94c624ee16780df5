package org.guildhall.intake.staging;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import org.guildhall.intake.ImportField;
import org.guildhall.intake.cleaning.MemberRow;

/** Member rows: the filled fields by name, then the attributes with their type. */
public final class MemberCodec implements Codec<MemberRow> {

    @Override
    public void write(DataOutput out, MemberRow fact) throws IOException {
        out.writeLong(fact.row());
        out.writeByte(fact.values().size());
        for (var value : fact.values().entrySet()) {
            out.writeUTF(value.getKey().name());
            out.writeUTF(value.getValue());
        }
        out.writeByte(fact.attributes().size());
        for (var attribute : fact.attributes().entrySet()) {
            out.writeUTF(attribute.getKey());
            out.writeChar(
                    switch (attribute.getValue()) {
                        case Long whole -> 'L';
                        case BigDecimal decimal -> 'D';
                        case Object text -> 'S';
                    });
            out.writeUTF(attribute.getValue().toString());
        }
    }

    @Override
    public MemberRow read(DataInput in) throws IOException {
        long row = in.readLong();
        var values = new EnumMap<ImportField, String>(ImportField.class);
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            values.put(ImportField.valueOf(in.readUTF()), in.readUTF());
        }
        var attributes = new HashMap<String, Object>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            var code = in.readUTF();
            char type = in.readChar();
            var text = in.readUTF();
            attributes.put(
                    code,
                    switch (type) {
                        case 'L' -> Long.valueOf(text);
                        case 'D' -> new BigDecimal(text);
                        default -> text;
                    });
        }
        return new MemberRow(row, values, attributes);
    }
}
