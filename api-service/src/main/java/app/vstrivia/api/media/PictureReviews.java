package app.vstrivia.api.media;

import app.vstrivia.api.platform.storage.PrivateFiles;
import jakarta.inject.Singleton;

/** Reviews of pictures. */
@Singleton
class PictureReviews extends MediumReviews {
    PictureReviews(
            MediaStore media, MediumFileStore files, PrivateFiles bucket, MediumNews news, MediumHolders holders) {
        super(MediumKind.PICTURE, media, files, bucket, news, holders);
    }
}
