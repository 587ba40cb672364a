import { comparePicturesOf } from "./comparing.ts";

comparePicturesOf("ltr");
