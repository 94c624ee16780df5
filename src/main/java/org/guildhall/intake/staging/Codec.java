package org.guildhall.intake.staging;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes clean facts to a batch file and reads them back, equal. */
public interface Codec<T> {

    /** Writes one fact. */
    void write(DataOutput out, T fact) throws IOException;

    /** Reads the next fact. */
    T read(DataInput in) throws IOException;
}
