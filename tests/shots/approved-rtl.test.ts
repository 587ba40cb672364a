import { comparePicturesOf } from "./comparing.ts";

comparePicturesOf("rtl");
