package app.vstrivia.api.media.picture.rest;

import app.vstrivia.api.platform.bodysize.BodySizeLimit;
import app.vstrivia.api.platform.bodysize.BodySizeLimit.BodyTooLarge;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may not have said how long it is; nothing is read beyond what one with a picture may have. */
final class BoundedBody extends FilterInputStream {
    private long left = BodySizeLimit.PICTURE_LIMIT;

    BoundedBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        int read = super.read(target, from, most);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new BodyTooLarge(BodySizeLimit.PICTURE_LIMIT);
        }
    }
}
